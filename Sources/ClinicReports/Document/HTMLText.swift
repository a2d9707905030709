extension String {
  /// As text between tags or in quotes of HTML and XML; control characters, which XML does not know,
  /// are left out.
  var escaped: String {
    // By scalars: a mark that joins a "<" would hide it from a look at whole characters.
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": break
      case "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
