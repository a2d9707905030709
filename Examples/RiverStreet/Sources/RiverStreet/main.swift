import ClinicHost

ClinicHost.main(techniques: bundledTechniques)
