import ClinicHost
import Foundation
import TechniqueKit

// A build for tests: the techniques that ODD names, some of which no build should have.
let known: [String: any Technique.Type] = [
  "whole": WholeTechnique.self, "twin": TwinTechnique.self, "broken": BrokenTechnique.self,
  "taken": TakenTechnique.self, "plain": PlainTechnique.self, "renewed": RenewedTechnique.self,
]
let wanted = ProcessInfo.processInfo.environment["ODD"] ?? "whole"
ClinicHost.main(techniques: wanted.split(separator: ",").compactMap { known[String($0)] })
