import Foundation
import TechniqueKit

extension Entry.Content {
  public var kind: Entry.Kind {
    switch self {
    case .registered: .registered
    case .identityChanged: .identityChanged
    case .intake: .intake
    case .acknowledgement: .acknowledgement
    case .clearance: .clearance
    case .notTreated: .notTreated
    case .visit: .visit
    case .signature: .signature
    case .addendum: .addendum
    case .measurement: .measurement
    case .diary: .diary
    case .appointment: .appointment
    case .appointmentChanged: .appointmentChanged
    case .consent: .consent
    case .goal: .goal
    case .plan: .plan
    case .referral: .referral
    case .reportSent: .reportSent
    case .closing: .closing
    case .receipt: .receipt
    case .receiptVoided: .receiptVoided
    case .retraction: .retraction
    case .zone: .zone
    }
  }

  /// The content as JSON with sorted keys, so that equal contents have equal bytes.
  public func payload() throws -> Data {
    switch self {
    case .registered(let value), .identityChanged(let value): try Payload.encode(value)
    case .intake(let value): try Payload.encode(value)
    case .acknowledgement(let value): try Payload.encode(value)
    case .clearance(let value): try Payload.encode(value)
    case .notTreated(let value): try Payload.encode(value)
    case .visit(let value): try Payload.encode(value)
    case .signature(let value): try Payload.encode(value)
    case .addendum(let value): try Payload.encode(value)
    case .measurement(let value): try Payload.encode(value)
    case .diary(let value): try Payload.encode(value)
    case .appointment(let value): try Payload.encode(value)
    case .appointmentChanged(let value): try Payload.encode(value)
    case .consent(let value): try Payload.encode(value)
    case .goal(let value): try Payload.encode(value)
    case .plan(let value): try Payload.encode(value)
    case .referral(let value): try Payload.encode(value)
    case .reportSent(let value): try Payload.encode(value)
    case .closing(let value): try Payload.encode(value)
    case .receipt(let value): try Payload.encode(value)
    case .receiptVoided(let value): try Payload.encode(value)
    case .retraction(let value): try Payload.encode(value)
    case .zone(let value): try Payload.encode(value)
    }
  }

  /// - Throws: `DecodingError` when the bytes are not a payload of that kind.
  public init(kind: Entry.Kind, payload: Data) throws {
    self =
      switch kind {
      case .registered: .registered(try Payload.decode(payload))
      case .identityChanged: .identityChanged(try Payload.decode(payload))
      case .intake: .intake(try Payload.decode(payload))
      case .acknowledgement: .acknowledgement(try Payload.decode(payload))
      case .clearance: .clearance(try Payload.decode(payload))
      case .notTreated: .notTreated(try Payload.decode(payload))
      case .visit: .visit(try Payload.decode(payload))
      case .signature: .signature(try Payload.decode(payload))
      case .addendum: .addendum(try Payload.decode(payload))
      case .measurement: .measurement(try Payload.decode(payload))
      case .diary: .diary(try Payload.decode(payload))
      case .appointment: .appointment(try Payload.decode(payload))
      case .appointmentChanged: .appointmentChanged(try Payload.decode(payload))
      case .consent: .consent(try Payload.decode(payload))
      case .goal: .goal(try Payload.decode(payload))
      case .plan: .plan(try Payload.decode(payload))
      case .referral: .referral(try Payload.decode(payload))
      case .reportSent: .reportSent(try Payload.decode(payload))
      case .closing: .closing(try Payload.decode(payload))
      case .receipt: .receipt(try Payload.decode(payload))
      case .receiptVoided: .receiptVoided(try Payload.decode(payload))
      case .retraction: .retraction(try Payload.decode(payload))
      case .zone: .zone(try Payload.decode(payload))
      }
  }
}

/// The one JSON form in which entries, draft events and definitions are stored.
public enum Payload {
  public static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  public static func decode<Value: Decodable>(_ data: Data) throws -> Value {
    try JSONDecoder().decode(Value.self, from: data)
  }
}
