import ChartStoreSQLite
import ClinicConfig
import ClinicCore
import ClinicalContent
import CraniosacralTherapy
import DeepTissueMassage
import Foundation
import LineEditor
import LymphaticDrainage
import MyofascialRelease
import NeuromuscularTherapy
import TechniqueKit
import TriggerPointTherapy

/// A practice without clients that is founded once in a process and copied for each desk.
final class PreparedPractice: @unchecked Sendable {
  static let shared = Result { try PreparedPractice() }

  static let techniques: [any Technique.Type] = [
    MyofascialRelease.self, TriggerPointTherapy.self, DeepTissueMassage.self,
    NeuromuscularTherapy.self, LymphaticDrainage.self, CraniosacralTherapy.self,
  ]

  /// Before any day on which a test works.
  private static let founding =
    Instant(iso: "2020-01-06T08:00:00Z", in: .utc) ?? Instant(milliseconds: 0)

  /// The sample clinic.
  let clinic: DeskClinic
  /// One at a time: copies are taken by tests that run side by side.
  private let lock = NSLock()
  private let store: SQLiteChartStore

  private init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    clinic = try DeskClinic(String(contentsOfFile: root + "/config.yaml", encoding: .utf8))
    let owner = Person.Profile(
      name: clinic.author.name, credential: clinic.author.credential, login: "lee")
    store = try .madeUp(owner, surroundings: DeskClock(Self.founding))
    let practice = Practice(
      store: store, catalogue: clinic.catalogue, surroundings: store.surroundings,
      author: clinic.author)
    try practice.adopt(.utc)
  }

  /// A copy in memory, open.
  func copy(_ clock: DeskClock) throws -> SQLiteChartStore {
    try lock.withLock { try store.rehearsal(by: clock) }
  }
}

/// What a configuration comes to.
struct DeskClinic: Sendable {
  let catalogue: Catalogue
  let profile: ClinicProfile
  let author: Author
  let settings: ClinicConfig

  /// - Parameter text: of a `config.yaml`.
  init(_ text: String) throws {
    let techniques = PreparedPractice.techniques
    settings = try ClinicConfigReader.read(
      text, path: "config.yaml", compiledIn: techniques, keyNames: BoundKey.names)
    let modules = settings.techniques.compactMap { enabled -> Catalogue.Module? in
      techniques.first { $0.manifest.id == enabled.id }.map {
        Catalogue.Module(manifest: $0.manifest, content: $0.content(enabled.settings))
      }
    }
    catalogue = try Catalogue(
      general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
      techniques: modules, anatomy: GeneralContent.anatomy)
    profile = settings.profile
    author = settings.therapist ?? Author(name: "J. Lee", credential: "LMT")
  }
}
