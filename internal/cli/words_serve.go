package cli

import (
	"maps"

	"sortie/internal/lang"
)

// The sentences of `serve`; those of its options for listening and sign-in are
// beside them.
var (
	wordServes        = phrase{EN: "sortie serves %s, and keeps %s. Interrupt it to end it.", FR: "sortie répond à %s et garde %s. Interrompez-le pour l'arrêter."}
	wordServeLoaded   = phrase{EN: "Mission %s added from %s.", FR: "Mission %s ajoutée depuis %s."}
	wordServeThere    = phrase{EN: "Mission %s is there already: it stays as it is.", FR: "La mission %s est déjà là : elle reste comme elle est."}
	wordServePlanning = phrase{EN: "Mission %s is being planned.", FR: "La mission %s est en cours de planification."}
	wordServeEnded    = phrase{EN: "Ended. What was asked has been answered; runs go on where they were.", FR: "Terminé. Les demandes ont eu leur réponse ; les calculs reprendront où ils en étaient."}
	wordServeWrong    = phrase{EN: "%s cannot be served: %s", FR: "%s ne peut être servi : %s"}
	wordServeNoRuns   = phrase{EN: "the runs cannot be opened: %s", FR: "les calculs ne peuvent être ouverts : %s"}
	wordServeCounts   = phrase{EN: "--cores must not be negative, and --streams must be more than 0", FR: "--cores ne peut être négatif, et --streams doit être supérieur à 0"}
	wordServesMetrics = phrase{EN: "Metrics for Prometheus: http://%s/metrics.", FR: "Mesures pour Prometheus : http://%s/metrics."}
	wordMetricsForm   = phrase{EN: "--metrics %s: metrics are served to this machine alone; write an address such as 127.0.0.1:9090", FR: "--metrics %s : les mesures ne sont servies qu'à cette machine ; écrivez une adresse comme 127.0.0.1:9090"}
	wordMapForm       = phrase{EN: "--map %s: that is no PMTiles archive of version 3", FR: "--map %s : ce n'est pas une archive PMTiles de version 3"}
	wordCannotListen  = phrase{EN: "sortie cannot listen on %s: %s", FR: "sortie ne peut écouter sur %s : %s"}
)

func init() {
	maps.Copy(wordsHelp, map[string]lang.Phrase{
		"serve":         {EN: "Serve missions over HTTP: the ledger, plans and their runs.", FR: "Servir des missions par HTTP : le registre, les plans et leurs calculs."},
		"serveRuns":     {EN: "Folder of the runs; absent: beside the ledger. Without effect with --nats.", FR: "Dossier des calculs ; absent : à côté du registre. Sans effet avec --nats."},
		"serveCores":    {EN: "Runs that this process works on at once; 0: none, workers do. Absent: one a core, but for one core that is left for answering.", FR: "Calculs menés à la fois par ce processus ; 0 : aucun, les travailleurs s'en chargent. Absent : un par cœur, sauf un cœur laissé aux réponses."},
		"serveMetrics":  {EN: "Serve Prometheus metrics without sign-in on this address of this machine.", FR: "Servir les mesures Prometheus, sans connexion, à cette adresse de cette machine."},
		"serveStreams":  {EN: "Most event streams that one account may have open.", FR: "Nombre maximal de flux d'événements ouverts par compte."},
		"serveMap":      {EN: "Base map for the page: a PMTiles archive (version 3), served to whoever has signed in.", FR: "Fond de carte de la page : une archive PMTiles (version 3), servie à qui s'est connecté."},
		"servePlan":     {EN: "Plan those missions that have no plan yet.", FR: "Planifier celles de ces missions qui n'ont pas encore de plan."},
		"serveMissions": {EN: "Missions to add where they are not there yet: files, or folders with mission.yaml.", FR: "Missions à ajouter si elles n'y sont pas encore : fichiers, ou dossiers avec mission.yaml."},
	})
}
