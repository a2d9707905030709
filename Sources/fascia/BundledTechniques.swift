import CraniosacralTherapy
import LymphaticDrainage
import MyofascialRelease
import TechniqueKit
import TriggerPointTherapy

/// The techniques in this build; `config.yaml` says which of them a clinic uses.
let bundledTechniques: [any Technique.Type] = [
  MyofascialRelease.self,
  TriggerPointTherapy.self,
  LymphaticDrainage.self,
  CraniosacralTherapy.self,
]
