import TechniqueKit

/// The techniques of a build for tests, some of which no build should have.
enum OddTechniques {
  private static let known: [String: any Technique.Type] = [
    "whole": WholeTechnique.self, "twin": TwinTechnique.self, "broken": BrokenTechnique.self,
    "taken": TakenTechnique.self, "plain": PlainTechnique.self, "renewed": RenewedTechnique.self,
  ]

  /// - Parameter names: with commas between them.
  static func named(_ names: String) -> [any Technique.Type] {
    names.split(separator: ",").compactMap { known[String($0)] }
  }
}
