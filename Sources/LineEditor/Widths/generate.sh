#!/bin/sh
# Writes WidthTable.swift to its standard output, from the files of the Unicode character database
# as the Debian package unicode-data has them.
#
#   sh Sources/LineEditor/Widths/generate.sh > Sources/LineEditor/Widths/WidthTable.swift
#
# No columns: marks (Mn, Mc, Me), format characters (Cf) and the vowels and finals of conjoining
# Hangul, which stand in the cell of what comes before them. The soft hyphen is a format character
# that terminals show. Two columns: East Asian Wide and Fullwidth, and emoji presentation.
set -eu
ucd=${1:-/usr/share/unicode}
version=$(sed -n '1s/^# EastAsianWidth-\(.*\)\.txt.*/\1/p' "$ucd/EastAsianWidth.txt")

LC_ALL=C awk -v version="$version" '
function value(hex,  i, sum) {
  sum = 0
  for (i = 1; i <= length(hex); i++)
    sum = sum * 16 + index("0123456789ABCDEF", toupper(substr(hex, i, 1))) - 1
  return sum
}
function mark(range, width,  ends, n, i) {
  n = split(range, ends, /\.\./)
  last = value(ends[n])
  for (i = value(ends[1]); i <= last; i++) if (!(i in widths) || width == 0) widths[i] = width
  if (last > highest) highest = last
}
function list(name, width,  i, start, line, pair) {
  printf "  static let %s: [UInt32] = [\n", name
  line = "   "
  start = -1
  for (i = 0; i <= highest + 1; i++) {
    if ((i in widths) && widths[i] == width) { if (start < 0) start = i; continue }
    if (start < 0) continue
    pair = sprintf(" 0x%X, 0x%X,", start, i - 1)
    if (length(line pair) > 100) { print line; line = "   " }
    line = line pair
    start = -1
  }
  print line
  print "  ]"
}
{ sub(/#.*/, ""); gsub(/[ \t]/, "") }
split($0, field, ";") < 2 { next }
FILENAME ~ /EastAsianWidth/ && (field[2] == "W" || field[2] == "F") { mark(field[1], 2) }
FILENAME ~ /emoji-data/ && field[2] == "Emoji_Presentation" { mark(field[1], 2) }
FILENAME ~ /GeneralCategory/ && field[2] ~ /^(Mn|Mc|Me|Cf)$/ { mark(field[1], 0) }
END {
  mark("1160..11FF", 0)
  mark("D7B0..D7C6", 0)
  mark("D7CB..D7FB", 0)
  delete widths[173]
  print "// Unicode " version ". Made by a program; renew it with"
  print "//   sh Sources/LineEditor/Widths/generate.sh > Sources/LineEditor/Widths/WidthTable.swift"
  print ""
  print "/// Which characters take no column and which take two: first and last of each range."
  print "enum WidthTable {"
  list("none", 0)
  print ""
  list("two", 2)
  print "}"
}
' "$ucd/EastAsianWidth.txt" "$ucd/emoji/emoji-data.txt" "$ucd/extracted/DerivedGeneralCategory.txt"
