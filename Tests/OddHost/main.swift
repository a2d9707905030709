import ClinicHost
import Foundation

// A build for tests: the techniques that ODD names.
let wanted = ProcessInfo.processInfo.environment["ODD"] ?? "whole"
ClinicHost.main(techniques: OddTechniques.named(wanted))
