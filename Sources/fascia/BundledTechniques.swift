import CraniosacralTherapy
import DeepTissueMassage
import LymphaticDrainage
import MyofascialRelease
import NeuromuscularTherapy
import TechniqueKit
import TriggerPointTherapy

/// The techniques in this build; `config.yaml` says which of them a clinic uses.
let bundledTechniques: [any Technique.Type] = [
  MyofascialRelease.self,
  TriggerPointTherapy.self,
  DeepTissueMassage.self,
  NeuromuscularTherapy.self,
  LymphaticDrainage.self,
  CraniosacralTherapy.self,
]
