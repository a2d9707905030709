// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "HotStone",
  platforms: [.macOS(.v14)],
  products: [.library(name: "HotStone", targets: ["HotStone"])],
  dependencies: [
    // A third party writes the address of the repository here: .package(url: ..., from: ...)
    .package(name: "Fascia", path: "../..")
  ],
  targets: [
    .target(
      name: "HotStone",
      dependencies: [
        .product(name: "TechniqueKit", package: "Fascia"),
        .product(name: "ClinicalContent", package: "Fascia"),
      ], exclude: ["CONTENT.md", "CONTENT.lock"]),
    .testTarget(
      name: "HotStoneTests",
      dependencies: [
        "HotStone", .product(name: "TechniqueChecks", package: "Fascia"),
        .product(name: "ClinicalContent", package: "Fascia"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
