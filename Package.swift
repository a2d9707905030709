// swift-tools-version: 6.1
import PackageDescription

/// The techniques that come with Fascia, one folder each under `Plugins/`.
/// A technique is added here and in `Sources/fascia/BundledTechniques.swift`.
let techniques = [
  "CraniosacralTherapy",
  "DeepTissueMassage",
  "LymphaticDrainage",
  "MyofascialRelease",
  "NeuromuscularTherapy",
  "TriggerPointTherapy",
]

/// Those of them that speak other languages; the files are compiled in.
let translated: Set = ["CraniosacralTherapy"]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own interface, as GRDB is linked with it.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = "Yams"
let crypto: [Target.Dependency] = [
  .product(name: "Crypto", package: "swift-crypto"),
  .product(name: "CryptoExtras", package: "swift-crypto"),
]
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

func names(_ targets: [String]) -> [Target.Dependency] { targets.map { .byName(name: $0) } }

func plugin(_ name: String) -> Target {
  .target(
    name: name, dependencies: names(["TechniqueKit", "ClinicalContent"]), path: "Plugins/\(name)",
    exclude: ["README.md", "CONTENT.md", "CONTENT.lock"],
    resources: translated.contains(name) ? [.embedInCode("Translations")] : [])
}

func tests(
  _ target: String, _ also: [String] = [], _ products: [Target.Dependency] = [],
  reading files: [String] = []
) -> Target {
  .testTarget(
    name: "\(target)Tests", dependencies: names([target] + also) + products, exclude: files)
}

let package = Package(
  name: "Fascia",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "fascia", targets: ["fascia"]),
    .library(name: "TechniqueKit", targets: ["TechniqueKit"]),
    .library(name: "ClinicalContent", targets: ["ClinicalContent"]),
    .library(name: "TechniqueChecks", targets: ["TechniqueChecks"]),
    .library(name: "ClinicHost", targets: ["ClinicHost"]),
  ] + techniques.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .target(name: "TechniqueKit"),
    .target(
      name: "ClinicalContent", dependencies: names(["TechniqueKit"]),
      exclude: ["CONTENT.md", "CONTENT.lock"], resources: [.embedInCode("Translations")]),
    .target(name: "TechniqueChecks", dependencies: names(["TechniqueKit"])),
    .target(
      name: "ClinicCore",
      dependencies: names(["TechniqueKit", "ClinicalContent"]) + [collections]),
    .target(name: "ClinicConfig", dependencies: names(["ClinicCore"]) + [yams]),
    .target(
      name: "ChartStoreSQLite", dependencies: names(["ClinicCore"]) + [grdb, sqlite] + crypto),
    .target(name: "ClinicReports", dependencies: names(["ClinicCore"])),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .target(name: "PaperPDF", dependencies: names(["ClinicReports", "CPango"])),
    .target(name: "LineEditor", exclude: ["Widths/generate.sh"]),
    .target(
      name: "ClinicREPL",
      dependencies: names(["ClinicCore", "ClinicReports", "LineEditor", "PaperPDF"])),
    .target(
      name: "ClinicHost",
      dependencies: names([
        "ClinicREPL", "LineEditor", "ClinicReports", "ClinicConfig", "ChartStoreSQLite",
        "ClinicCore",
        "ClinicalContent", "TechniqueChecks", "TechniqueKit",
      ]) + [arguments, logging]),
    .executableTarget(name: "fascia", dependencies: names(["ClinicHost"] + techniques)),
    .executableTarget(
      name: "ledger-benchmark",
      dependencies: names(["ChartStoreSQLite", "ClinicCore", "TechniqueKit"])
        + [sqlite],
      path: "Benchmarks/Ledger"),
    .executableTarget(
      name: "outcomes-benchmark",
      dependencies: names(["ChartStoreSQLite", "ClinicCore", "ClinicalContent", "TechniqueKit"])
        + [sqlite],
      path: "Benchmarks/Outcomes"),
    .executableTarget(
      name: "progress-benchmark",
      dependencies: names(["ChartStoreSQLite", "ClinicCore", "ClinicalContent", "TechniqueKit"])
        + [sqlite],
      path: "Benchmarks/Progress"),
    .target(name: "TerminalTesting", path: "Tests/TerminalTesting"),
    .target(
      name: "DeskTesting",
      dependencies: names(
        techniques + [
          "ChartStoreSQLite", "ClinicConfig", "ClinicCore", "ClinicREPL", "ClinicalContent",
          "LineEditor", "TechniqueKit", "TerminalTesting",
        ]), path: "Tests/DeskTesting"),
    .executableTarget(
      name: "editor-host", dependencies: names(["LineEditor"]), path: "Tests/EditorHost"),
    .executableTarget(
      name: "odd-host", dependencies: names(["ClinicHost", "TechniqueKit"]), path: "Tests/OddHost"),
    tests(
      "fascia",
      [
        "TerminalTesting", "DeskTesting", "odd-host", "ClinicHost", "ClinicREPL", "ClinicConfig",
        "ClinicalContent", "TechniqueChecks", "TechniqueKit",
      ], reading: ["Golden"]),
    tests("TerminalTesting"),
    tests("LineEditor", ["editor-host", "TerminalTesting", "TechniqueKit"]),
    tests("TechniqueKit", ["ClinicalContent"], reading: ["Golden"]),
    tests("ClinicalContent", ["TechniqueKit"]),
    tests("TechniqueChecks", ["ClinicalContent", "TechniqueKit"]),
    tests("ClinicConfig", ["ClinicCore", "TechniqueKit"]),
    tests("ChartStoreSQLite", ["ClinicalContent", "ClinicCore", "TechniqueKit"], [grdb]),
    tests("ClinicCore", ["ClinicalContent", "TechniqueKit"]),
    tests("ClinicREPL", ["ClinicCore", "DeskTesting", "TechniqueKit", "TerminalTesting"]),
    tests("ClinicReports", ["ClinicalContent", "ClinicCore", "TechniqueKit"]),
    tests("PaperPDF", ["ClinicReports", "TechniqueKit", "TerminalTesting"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "ScreeningTests",
      dependencies: names(
        techniques + ["ChartStoreSQLite", "ClinicCore", "ClinicalContent", "TechniqueKit"])),
  ]
    + techniques.map(plugin)
    + techniques.map { tests($0, ["TechniqueChecks", "ClinicalContent", "TechniqueKit"]) },
  swiftLanguageModes: [.v6]
)
