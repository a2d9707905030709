import Foundation
import LineEditor

// A program that reads lines and says what it got, for tests that need a process of their own.

let arguments = Set(CommandLine.arguments)
guard let terminal = Terminal(input: 0, output: 1, isDumb: arguments.contains("dumb")) else {
  exit(5)
}
terminal.begin()
let editor = LineEditor(terminal)
var rest = ""
var seconds = 0
while true {
  var request = LineRequest(prompt: "> ", text: rest)
  request.paste = .lines
  rest = ""
  if arguments.contains("pedal") { request.bound = BoundKey(named: "f5").map { ($0, "next") } }
  if arguments.contains("ticks") {
    request.tick = {
      seconds += 1
      return ["tick \(seconds)"]
    }
  }
  switch editor.read(request) {
  case .line("exit"): exit(3)
  case .line("trap"): abort()
  case .line("busy"):
    editor.write("busy\n")
    for _ in 0..<300 where !terminal.wasInterrupted { usleep(10_000) }
    editor.write(terminal.wasInterrupted ? "stopped\n" : "finished\n")
    terminal.wasInterrupted = false
  case .line(let line): editor.write("got [\(line)]\n")
  case .pasted(let lines, let left):
    editor.write("pasted \(lines)\n")
    rest = left
  case .boundKey(let left):
    editor.write("bound\n")
    rest = left
  case .interrupted(let text): editor.write("interrupted [\(text)]\n")
  case .suspend:
    editor.write(terminal.canSuspend ? "Paused.\n" : "no shell\n")
    _ = terminal.suspend()
  case .leftAlone: editor.write("left alone\n")
  case .end:
    editor.write("end\n")
    terminal.end()
    exit(0)
  }
}
