import ClinicCore
import Foundation
import TechniqueKit
import Testing

@testable import ChartStoreSQLite

/// Who a client is: the list, the chart and a derived index say the same, whatever was taken back.
@Suite struct IdentityTests {
  @Test(arguments: 1...20)
  func `after any changes, undone or not, list, names, chart and a derived index agree`(
    seed: UInt64
  ) throws {
    let practice = TestPractice()
    var generator = SeededGenerator(seed: seed)
    let clinic = try practice.window()
    let other = try practice.window()
    let id = try clinic.register(Identity(name: "Synthetic Ann")).chart
    for step in 0..<20 {
      practice.clock.time = practice.clock.time.adding(minutes: 1)
      let window = Bool.random(using: &generator) ? clinic : other
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: _ = try? window.undo(in: id)
      case 1: _ = try? window.redo(in: id)
      default:
        window.begin("details")
        _ = try window.change(
          id,
          to: Identity(
            name: "Synthetic Ann \(step)", born: CalendarDate("19\(10 + step)"),
            sex: Sex.allCases.randomElement(using: &generator)))
      }
      guard let identity = try? clinic.client(id).identity else { return }
      #expect(try clinic.chart(id).identity == identity)
      #expect(try clinic.details(of: id).identity == identity)
      #expect(try clinic.details(of: id).changes.last?.now ?? identity == identity)
      #expect(try other.names().all == [identity.name])
      #expect(try clinic.names().all == [identity.name])
    }
    #expect(try practice.store().rebuildIndexes() == [])
  }
}
