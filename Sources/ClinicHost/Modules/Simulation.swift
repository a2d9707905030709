import ChartStoreSQLite
import ClinicCore
import ClinicREPL
import ClinicalContent
import Foundation
import LineEditor
import TechniqueKit

/// A visit of a synthetic client with one technique, typed at the same shell that therapists use, on
/// a practice that is thrown away. The same module gives the same transcript.
struct Simulation {
  private let technique: any Technique.Type
  private let catalogue: Catalogue
  private let output: any Output

  init(of technique: any Technique.Type, output: any Output) throws {
    self.technique = technique
    self.output = output
    do {
      catalogue = try Catalogue(
        general: .init(manifest: GeneralContent.manifest, content: GeneralContent.content),
        techniques: [.init(ModuleDocument(technique))], anatomy: GeneralContent.anatomy)
    } catch {
      throw EarlyEnd("Error: \(error)", .usage)
    }
  }

  func run() throws {
    let folder = NSTemporaryDirectory() + "fascia-simulation-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard let start = Instant(iso: "2026-01-05T10:00", in: .utc) else { return }
    let clock = SetSurroundings(at: start, seed: 1)
    let store = try SQLiteChartStore(path: folder + "/practice.fascia", surroundings: clock)
    let owner = Person.Profile(name: "J. Lee", credential: "LMT", login: "lee")
    let key = Secret.keyFile(folder + "/practice.key")
    _ = try store.found(owner, opening: key)
    try store.unlock(key)
    let practice = Practice(
      store: store, catalogue: catalogue, surroundings: clock,
      author: Author(name: owner.name, credential: owner.credential), techniques: [technique])
    let visit = SimulatedVisit(practice: practice, technique: technique, clock: clock)
    for part in visit.parts {
      output.write("## \(part.title)\n\n")
      let input = EchoedInput(part.lines(), output) { clock.set($0) }
      let shell = Shell(
        practice: practice, techniques: [technique],
        mode: Shell.Mode(isInteractive: true), backupFolder: folder, input: input, output: output)
      _ = shell.run(source: "simulation")
      output.write("\n")
    }
  }
}

/// Lines that are shown as if they were typed; some of them let time pass first.
private final class EchoedInput: LineInput {
  private var lines: ArraySlice<SimulatedLine>
  private let output: any Output
  private let setClock: (Instant) -> Void

  init(_ lines: [SimulatedLine], _ output: any Output, setClock: @escaping (Instant) -> Void) {
    self.lines = lines[...]
    self.output = output
    self.setClock = setClock
  }

  func read(_ request: LineRequest) -> LineEvent {
    guard let line = lines.popFirst() else { return .end }
    if let time = line.at { setClock(time) }
    output.write(request.prompt + line.text + "\n")
    return .line(line.text)
  }
}

/// A typed line, and the time to which the clock is set before it.
struct SimulatedLine {
  let text: String
  var at: Instant?
}
