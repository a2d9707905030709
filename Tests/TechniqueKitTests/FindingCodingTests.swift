import Foundation
import TechniqueKit
import Testing

@Suite("A stored finding")
struct FindingCodingTests {
  @Test(
    "Each value has a compact form that reads back the same",
    arguments: [
      (Finding.Value.site(Site("neck", .left)), #"{"site":{"region":"neck","side":"left"}}"#),
      (.number(90), #"{"number":90}"#), (.change(before: 7, after: 3), #"{"change":[7,3]}"#),
      (.count(3), #"{"count":3}"#), (.word("active"), #"{"word":"active"}"#),
      (.bloodPressure(BloodPressure(128, 82)), #"{"blood_pressure":[128,82]}"#),
      (.before(5), #"{"before":5}"#), (.series([17.5, 18]), #"{"series":[17.5,18]}"#),
      (.text("temple"), #"{"text":"temple"}"#),
    ])
  func roundTrip(value: Finding.Value, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(value)
    #expect(String(decoding: data, as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(Finding.Value.self, from: data) == value)
  }

  @Test("A change without two ends is refused")
  func brokenChange() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Finding.Value.self, from: Data(#"{"change":[7]}"#.utf8))
    }
  }
}
