import ClinicalContent
import Foundation
import TechniqueKit
import Testing

/// What a finding is printed as reads back as the same finding, for every kind of every module.
@Suite("The line of a finding")
struct FindingLineTests {
  struct Module: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let findings: [FindingKind]

    static let all =
      Column.all.map {
        Module(
          testDescription: $0.technique.manifest.name,
          findings: $0.technique.standardContent.findings)
      } + [Module(testDescription: "General", findings: GeneralFindings.all)]
  }

  /// For each module; 10,000 with `make fuzz`.
  static let lines =
    ProcessInfo.processInfo.environment["FASCIA_FINDING_LINES"].flatMap { Int($0) } ?? 1_000
  let anatomy = GeneralContent.anatomy

  @Test("Random findings are printed and read back the same", arguments: Module.all)
  func roundTrip(module: Module) throws {
    var random = RandomLines(generator: SeededGenerator(seed: 1), anatomy: anatomy)
    for place in 0..<Self.lines {
      let kind = module.findings[place % module.findings.count]
      let finding = random.finding(of: kind)
      try #require(readsBack(finding, kind))
    }
  }

  @Test("No line traps, and whatever can be read is printed and read back", arguments: Module.all)
  func soup(module: Module) throws {
    var random = RandomLines(generator: SeededGenerator(seed: 2), anatomy: anatomy)
    var (read, asked, refused) = (0, 0, 0)
    for place in 0..<Self.lines {
      let kind = module.findings[place / 2 % module.findings.count]
      let line =
        place % 2 == 0
        ? random.soup(of: kind)
        : random.mutated(kind.line(for: random.finding(of: kind), anatomy: anatomy), of: kind)
      do throws(ShorthandError) {
        let finding = try kind.read(line, anatomy: anatomy)
        read += 1
        #expect(readsBack(finding, kind), "\(line)")
      } catch {
        refused += 1
        #expect(!error.sentence.isEmpty)
        guard case .ambiguous(let typed, let readings) = error else { continue }
        asked += 1
        #expect(readings.count > 1 && !typed.isEmpty, "\(line)")
        #expect(Set(readings.map(\.line)).count == readings.count, "\(line)")
        for reading in readings { #expect(readsBack(reading.finding, kind), "\(line)") }
      }
    }
    #expect(
      read > Self.lines / 20 && refused > Self.lines / 20,
      "\(read) read, \(refused) refused, \(asked) asked")
  }

  private func readsBack(_ finding: Finding, _ kind: FindingKind) -> Bool {
    let line = kind.line(for: finding, anatomy: anatomy)
    do throws(ShorthandError) {
      let again = try kind.read(line, anatomy: anatomy)
      if again == finding { return true }
      Issue.record("\(line) reads back as \(again.values), not \(finding.values)")
    } catch {
      Issue.record("\(line): \(error.sentence)")
    }
    return false
  }

  @Test("Fields that are named stand in any order", arguments: Module.all)
  func anyOrder(module: Module) throws {
    var generator = SeededGenerator(seed: 3)
    for kind in module.findings {
      var random = RandomLines(generator: SeededGenerator(seed: 4), anatomy: anatomy)
      for _ in 0..<50 {
        let finding = random.finding(of: kind)
        let parts = kind.fields.compactMap { field in
          finding.values[field.name].map { value in
            // Words in quotes, so that they end where they end.
            field.kind == .text
              ? "\(field.name) \"some words\""
              : "\(field.name)=\"\(field.typed(value, anatomy: anatomy))\""
          }
        }
        let straight = try kind.read(parts.joined(separator: " "), anatomy: anatomy)
        for _ in 0..<3 {
          let line = parts.shuffled(using: &generator).joined(separator: " ")
          #expect(try kind.read(line, anatomy: anatomy) == straight, "\(line)")
        }
      }
    }
  }
}
