import HotStone
import MyofascialRelease
import TechniqueKit
import TriggerPointTherapy

/// The techniques in this build; `config.yaml` says which of them the clinic uses.
let bundledTechniques: [any Technique.Type] = [
  HotStone.self,
  MyofascialRelease.self,
  TriggerPointTherapy.self,
]
