extension CodingUserInfoKey {
  /// Set to `true` to have a key that no type knows refused, as in a file that people write.
  package static let refusesUnknownKeys = CodingUserInfoKey(rawValue: "fascia.refuses_unknown_keys")
}

extension Decoder {
  /// The members of an object. Where unknown keys are refused, the first of them is an error at its
  /// own place.
  package func fields<Key: CodingKey & CaseIterable>(
    _ type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    if let key = CodingUserInfoKey.refusesUnknownKeys, userInfo[key] as? Bool == true {
      let known = Set(Key.allCases.map(\.stringValue))
      let all = try container(keyedBy: AnyKey.self)
      if let other = all.allKeys.first(where: { !known.contains($0.stringValue) }) {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: codingPath + [other],
            debugDescription: "there is no key \"\(other.stringValue)\" here; known: "
              + Key.allCases.map(\.stringValue).joined(separator: ", ")))
      }
    }
    return try container(keyedBy: type)
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer {
  /// The value of a member that may be left out.
  func decode<Value: Decodable>(_ key: Key, or standard: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? standard
  }

  func decode<Value: Decodable>(_ key: Key) throws -> Value {
    try decode(Value.self, forKey: key)
  }

  /// The value of a member that is one of a few words; the mistake says which.
  func decode<Value>(_ key: Key) throws -> Value
  where Value: Decodable & RawRepresentable & CaseIterable, Value.RawValue == String {
    let word = try decode(String.self, forKey: key)
    guard let value = Value(rawValue: word) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw mistake(key, "\(key.stringValue) is one of: \(words)")
    }
    return value
  }

  /// Refuses members that belong to another kind of value.
  func refuse(_ keys: [Key], except own: [Key]) throws {
    let allowed = Set(own.map(\.stringValue))
    if let other = keys.first(where: { !allowed.contains($0.stringValue) && contains($0) }) {
      throw mistake(other, "\(other.stringValue) has no place in this kind")
    }
  }

  /// For a member whose value is none of those it may have.
  func mistake(_ key: Key, _ sentence: String) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: sentence)
  }
}

extension KeyedEncodingContainer {
  /// Leaves out what would be read back the same without it.
  mutating func encode<Value: Encodable & Equatable>(
    _ value: Value, _ key: Key, unless standard: Value
  ) throws {
    if value != standard { try encode(value, forKey: key) }
  }
}
