import ClinicCore
import Foundation
import GRDB
import TechniqueKit

extension SQLiteChartStore {
  public func verify() throws -> Verification {
    // Derived tables are made in this connection's own temporary space; the file is only read.
    try withKeys { access in
      do {
        return try BackupFile.verify(queue) { database in
          try Self.confirm(access, database)
          return access.keyring
        }
      } catch let error as DatabaseError {
        if VerifyingPass.isDamage(error) { return Self.unreadable }
        throw StoreError(error, path)
      } catch is UnreadableValue { return Self.unreadable }
    }
  }

  private static var unreadable: Verification {
    var result = Verification()
    result.add("the practice file", .unreadable)
    return result
  }
}
