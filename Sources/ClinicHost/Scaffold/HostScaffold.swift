import Foundation
import TechniqueKit

/// Writes a package of a clinic's own: a program made of Fascia, of techniques that come with it, and
/// of techniques from the package itself or from others.
struct HostScaffold {
  private let name: ScaffoldName
  private let root: String
  private let dependency: String
  private let package: String
  /// Whether Fascia itself has a technique of that name.
  private let isOffered: (String) -> Bool
  private let compiledIn: [any Technique.Type]

  /// - Parameter fascia: a folder or an address; `nil` when the current folder is Fascia.
  /// - Throws: `ScaffoldProblem`, before anything is written.
  init(
    _ name: ScaffoldName, fascia: String?, in folder: String, compiledIn: [any Technique.Type]
  ) throws(ScaffoldProblem) {
    try name.refuseTaken(by: compiledIn)
    self.compiledIn = compiledIn
    if let fascia, fascia.contains("\"") || fascia.contains("\\") { throw .noFascia }
    self.name = name
    root = "\(folder)/\(name.folder)"
    guard !FileManager.default.fileExists(atPath: root) else { throw .taken(name.folder) }
    if let fascia, fascia.contains("://") || fascia.hasPrefix("git@") {
      isOffered = { _ in true }
      dependency = ".package(url: \"\(fascia)\", branch: \"main\")"
      let last = fascia.split(separator: "/").last.map(String.init) ?? fascia
      package = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    } else {
      let path = fascia ?? "."
      let full = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      let manifest = try? String(contentsOfFile: full + "/Package.swift", encoding: .utf8)
      guard manifest?.contains("name: \"Fascia\"") == true else { throw .noFascia }
      isOffered = { manifest?.contains("\"\($0)\"") == true }
      let relative = path.hasPrefix("/") ? path : path == "." ? ".." : "../\(path)"
      dependency = ".package(name: \"Fascia\", path: \"\(relative)\")"
      package = "Fascia"
    }
  }

  /// - Returns: what was written, a line each.
  func write() throws(ScaffoldProblem) -> [String] {
    let files = [
      ("Package.swift", manifest),
      ("Sources/\(name.type)/main.swift", main),
      ("Sources/\(name.type)/BundledTechniques.swift", bundled),
      ("config.yaml", config), ("README.md", readme), (".gitignore", ".build/\n*.fascia*\n"),
    ]
    for (path, text) in files { try ScaffoldFile.put(text, "\(root)/\(path)") }
    return files.map { "Wrote \(name.folder)/\($0.0)" }
  }

  var nextSteps: String {
    """
    Next:
      1. cd \(name.folder)
      2. swift run \(name.type) --config config.yaml
      3. fascia scaffold technique NAME    adds a technique of your own, from that folder

    """
  }

  private var offered: [any Technique.Type] {
    compiledIn.filter { isOffered(Self.target($0)) }
      .sorted { Self.target($0) < Self.target($1) }
  }

  private static func target(_ technique: any Technique.Type) -> String {
    String(technique.manifest.origin.prefix { $0 != "/" })
  }

  private var main: String {
    """
    import ClinicHost

    ClinicHost.main(techniques: bundledTechniques)

    """
  }

  private var bundled: String {
    let names = offered.map(Self.target)
    let imports = (["TechniqueKit"] + names).sorted().map { "import \($0)\n" }.joined()
    return """
      \(imports)
      /// The techniques in this build; `config.yaml` says which of them the clinic uses.
      let bundledTechniques: [any Technique.Type] = [
      \(offered.map { "  \(Self.target($0)).self,\n" }.joined())]

      """
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    /// Techniques of this package's own, one folder each under `Plugins/`.
    let techniques: [String] = []

    /// Techniques that come with Fascia; what is taken out here goes from BundledTechniques.swift too.
    let fromFascia = [
    \(offered.map { "  \"\(Self.target($0))\",\n" }.joined())]

    func fascia(_ product: String) -> Target.Dependency {
      .product(name: product, package: "\(package)")
    }

    let package = Package(
      name: "\(name.type)",
      platforms: [.macOS(.v14)],
      dependencies: [
        \(dependency)
        // A technique from another package is one line here, and its product one line below.
      ],
      targets: [
        .executableTarget(
          name: "\(name.type)",
          dependencies: [fascia("ClinicHost"), fascia("TechniqueKit")] + fromFascia.map(fascia)
            + techniques.map { .byName(name: $0) })
      ]
        + techniques.map {
          .target(
            name: $0, dependencies: [fascia("TechniqueKit"), fascia("ClinicalContent")],
            path: "Plugins/\\($0)", exclude: ["README.md", "CONTENT.md", "CONTENT.lock"])
        }
        + techniques.map {
          .testTarget(
            name: "\\($0)Tests",
            dependencies: [
              .byName(name: $0), fascia("TechniqueChecks"), fascia("TechniqueKit"),
              fascia("ClinicalContent"),
            ])
        },
      swiftLanguageModes: [.v6]
    )

    """
  }

  private var config: String {
    """
    # What this clinic offers. Every mistake is reported with its line before anything is opened.
    schema: 1

    clinic:
      name: \(name.words)

    therapist:
      name: J. Lee
      credential: LMT

    # All content is a draft until a clinician has signed it off; true says that this is known.
    allow_draft: true

    techniques:
    \(offered.map { "  \($0.manifest.id):\n    enabled: true\n" }.joined())
    """
  }

  private var readme: String {
    """
    # \(name.words)

    Fascia with the techniques of this clinic.

        swift run \(name.type) --config config.yaml    # builds it and opens the practice
        swift test                                     # checks the techniques of this package

    The build needs what Fascia needs: on Debian `libsqlite3-dev`, `libpango1.0-dev` and `pkg-config`.

    `Sources/\(name.type)/BundledTechniques.swift` lists the techniques, `Package.swift` says where each
    comes from, and `config.yaml` which of them are in use. Another package's technique is a dependency
    and a product in `Package.swift`, and an import and a line in the list.

    """
  }
}
