// swift-tools-version: 6.1
import PackageDescription

/// Techniques that come with Fascia.
let fromFascia = ["MyofascialRelease", "TriggerPointTherapy"]

func fascia(_ product: String) -> Target.Dependency {
  .product(name: product, package: "Fascia")
}

let package = Package(
  name: "RiverStreet",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "Fascia", path: "../.."),
    // A technique from another package is one line here, and its product one line below.
    .package(path: "../HotStone"),
  ],
  targets: [
    .executableTarget(
      name: "RiverStreet",
      dependencies: [
        fascia("ClinicHost"), fascia("TechniqueKit"),
        .product(name: "HotStone", package: "HotStone"),
      ] + fromFascia.map(fascia)),
    .testTarget(name: "RiverStreetTests", dependencies: ["RiverStreet"], exclude: ["Visit"]),
  ],
  swiftLanguageModes: [.v6]
)
