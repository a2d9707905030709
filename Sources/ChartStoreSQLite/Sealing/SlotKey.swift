import ClinicCore
import Crypto
import CryptoExtras
import Foundation
import TechniqueKit

/// One key slot as it is stored.
///
/// A slot is a key pair (X25519). Its private half is sealed with a key that is made from the
/// secret; the practice's keyring is sealed to its public half (HPKE). So the keyring can be renewed
/// for every slot without anyone's secret being at hand.
struct SlotKey {
  let id: String
  let kind: KeySlot.Kind
  let person: String
  let addedAt: Instant
  /// For a passphrase: hash of the salt and what is typed to sign in; empty otherwise.
  let login: Data
  let salt: Data
  /// For a passphrase: scrypt's N, with r = 8 and p = 1; 0 otherwise.
  let cost: Int
  let publicKey: Data
  let privateKey: Data
  /// The encapsulated key (32 bytes), then the sealed keyring.
  var keyring: Data

  /// 2^17 with r = 8 and p = 1, the first choice of OWASP's Password Storage Cheat Sheet: 128 MiB
  /// and, on a small computer, less than a second for each try.
  static let passphraseCost = 1 << 17

  /// Powers of two up to 2^20, which takes 1 GiB; 0 where nothing is stretched.
  static func allows(_ cost: Int, for kind: KeySlot.Kind) -> Bool {
    kind == .passphrase ? (2...1 << 20).contains(cost) && cost & (cost - 1) == 0 : cost == 0
  }

  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  /// What a key is made from.
  enum Ingredient {
    case key(SymmetricKey)
    case code(String)
    case passphrase(login: String, String, cost: Int)

    var kind: KeySlot.Kind {
      switch self {
      case .key: .keyFile
      case .code: .recovery
      case .passphrase: .passphrase
      }
    }

    var cost: Int { if case .passphrase(_, _, let cost) = self { cost } else { 0 } }
    var login: String? { if case .passphrase(let login, _, _) = self { login } else { nil } }

    func key(salt: Data, cost: Int) throws -> SymmetricKey {
      switch self {
      case .key(let key): return Self.derive(key, salt)
      case .code(let code):
        return Self.derive(SymmetricKey(data: Data(RecoveryCode.plain(code).utf8)), salt)
      case .passphrase(_, let words, _):
        return try KDF.Scrypt.deriveKey(
          from: Data(words.precomposedStringWithCanonicalMapping.utf8), salt: salt,
          outputByteCount: 32, rounds: cost, blockSize: 8, parallelism: 1)
      }
    }

    private static func derive(_ key: SymmetricKey, _ salt: Data) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, salt: salt, info: Data("fascia slot".utf8), outputByteCount: 32)
    }
  }

  func answers(to login: String) -> Bool {
    kind == .passphrase && self.login == Self.loginHash(login, salt)
  }

  /// - Returns: `nil` when the secret is another one.
  func open(_ secret: Ingredient, _ practice: String) throws -> Keyring? {
    guard
      let raw = try? Seal.open(
        privateKey, try secret.key(salt: salt, cost: cost), .slot(id, practice)),
      let pair = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw),
      var recipient = try? HPKE.Recipient(
        privateKey: pair, ciphersuite: Self.suite, info: info(practice),
        encapsulatedKey: keyring.prefix(32)),
      let bytes = try? recipient.open(keyring.dropFirst(32))
    else { return nil }
    return Keyring(bytes: bytes)
  }

  /// The keyring sealed to the public half.
  func wrap(_ keyring: Keyring, _ practice: String) throws -> Data {
    let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
    var sender = try HPKE.Sender(recipientKey: key, ciphersuite: Self.suite, info: info(practice))
    let sealed = try sender.seal(keyring.bytes)
    return sender.encapsulatedKey + sealed
  }

  func digest(_ keyring: Keyring) -> Data {
    var digest = Digest("slot")
    for text in [id, kind.rawValue, person] { digest.add(text) }
    digest.add(addedAt.milliseconds)
    digest.add(Int64(cost))
    for bytes in [login, salt, publicKey, privateKey, self.keyring] { digest.add(bytes) }
    return digest.value(keyring)
  }

  private func info(_ practice: String) -> Data { Data("fascia keyring \(practice) \(id)".utf8) }

  private static func loginHash(_ login: String, _ salt: Data) -> Data {
    Data(SHA256.hash(data: salt + Data(login.lowercased().utf8)))
  }
}

extension SlotKey {
  /// A new slot for a secret that is at hand.
  init(
    _ secret: Ingredient, person: String, at time: Instant, practice: String, keyring: Keyring
  ) throws {
    let id = UUID().uuidString.lowercased()
    let salt = SymmetricKey(size: .bits128).bytes
    let pair = Curve25519.KeyAgreement.PrivateKey()
    self.init(
      id: id, kind: secret.kind, person: person, addedAt: time,
      login: secret.login.map { Self.loginHash($0, salt) } ?? Data(), salt: salt,
      cost: secret.cost, publicKey: pair.publicKey.rawRepresentation,
      privateKey: try Seal.close(
        pair.rawRepresentation, try secret.key(salt: salt, cost: secret.cost),
        .slot(id, practice)), keyring: Data())
    self.keyring = try wrap(keyring, practice)
  }
}
