package cli

import "sortie/internal/lang"

// wordsHelp are the texts of --help, by the names that the grammar uses.
var wordsHelp = map[string]lang.Phrase{
	"json":    {EN: "Write the answer as JSON.", FR: "Écrire la réponse en JSON."},
	"lang":    {EN: "Language of the answer: en or fr.", FR: "Langue de la réponse : en ou fr."},
	"check":   {EN: "Say what is wrong or doubtful with a mission.", FR: "Dire ce qui est faux ou douteux dans une mission."},
	"plan":    {EN: "Plan a mission.", FR: "Planifier une mission."},
	"verify":  {EN: "Say which rules a plan breaks, and its figures.", FR: "Dire quelles règles un plan enfreint, et ses chiffres."},
	"diff":    {EN: "Say what changes from one plan to another, and who must be told.", FR: "Dire ce qui change d'un plan à un autre, et qui doit être averti."},
	"repairs": {EN: "Look for the cheapest changes of a mission that make a plan better.", FR: "Chercher les changements les moins coûteux de la mission qui améliorent un plan."},
	"show":    {EN: "Show a mission or a plan as tables.", FR: "Montrer une mission ou un plan en tableaux."},
	"export":  {EN: "Write a mission or a plan in another format.", FR: "Écrire une mission ou un plan dans un autre format."},
	"schema":  {EN: "Write the JSON Schema of mission or plan files, or the OpenAPI document of serve.", FR: "Écrire le schéma JSON des fichiers de mission ou de plan, ou le document OpenAPI de serve."},
	"catalog": {EN: "List the built-in lift and equipment types.", FR: "Lister les types de vecteurs et de matériels intégrés."},
	"worker":  {EN: "Work on the plan runs of a cluster until it is interrupted.", FR: "Travailler aux calculs de plans d'une grappe jusqu'à interruption."},
	"ledger":  {EN: "Verify a ledger, or take a mission out of one and into another.", FR: "Vérifier un registre, ou porter une mission d'un registre à un autre."},
	"backup":  {EN: "Write a whole ledger to a file, while it is in use.", FR: "Écrire tout un registre dans un fichier, même en service."},
	"restore": {EN: "Read a backup into a new ledger.", FR: "Lire une sauvegarde dans un nouveau registre."},
	"version": {EN: "Say which version this is.", FR: "Dire quelle version c'est."},

	"argMission": {EN: "Mission: a file, a folder with mission.yaml, or - for the standard input.", FR: "Mission : un fichier, un dossier avec mission.yaml, ou - pour l'entrée standard."},
	"argPlan":    {EN: "Plan: a file, or - for the standard input.", FR: "Plan : un fichier, ou - pour l'entrée standard."},

	"argBefore": {EN: "The plan before: a file, or - for the standard input.", FR: "Le plan d'avant : un fichier, ou - pour l'entrée standard."},
	"argAfter":  {EN: "The plan after: a file, or - for the standard input.", FR: "Le plan d'après : un fichier, ou - pour l'entrée standard."},

	"planOutput":     {EN: "Write the plan to this file.", FR: "Écrire le plan dans ce fichier."},
	"planFor":        {EN: "Time to plan for, such as 30s or 2m. Without effect where --iterations is given.", FR: "Temps de calcul, par exemple 30s ou 2m. Sans effet avec --iterations."},
	"planIterations": {EN: "Plan for this many iterations instead: the same plan on any machine, with the same seed and workers.", FR: "Calculer ce nombre d'itérations à la place : le même plan sur toute machine, à graine et nombre de fils égaux."},
	"planSeed":       {EN: "Seed of the random choices.", FR: "Graine des choix aléatoires."},
	"planWorkers":    {EN: "Searches side by side; absent: one a core.", FR: "Recherches en parallèle ; absent : une par cœur."},
	"planFrom":       {EN: "Begin with this plan.", FR: "Partir de ce plan."},

	"repairsIterations": {EN: "Schedules to try for each change; absent: as many as take about half a second.", FR: "Programmes à essayer par changement ; absent : autant qu'il en tient en une demi-seconde."},

	"natsURL":         {EN: "NATS cluster with JetStream over which runs are shared, such as nats://one:4222,nats://two:4222.", FR: "Grappe NATS avec JetStream où les calculs sont partagés, par exemple nats://un:4222,nats://deux:4222."},
	"natsCredentials": {EN: "Credentials of an account of that cluster.", FR: "Justificatifs d'un compte de cette grappe."},
	"natsCA":          {EN: "Certificates that sign those of the cluster, PEM.", FR: "Certificats qui signent ceux de la grappe, PEM."},
	"natsCertificate": {EN: "Our own certificate, PEM, where the cluster asks for one.", FR: "Notre certificat, PEM, si la grappe en demande un."},
	"natsKey":         {EN: "Key of that certificate, PEM.", FR: "Clé de ce certificat, PEM."},

	"workerCores": {EN: "Runs at once, one core for each; absent: one for each core.", FR: "Calculs à la fois, un cœur chacun ; absent : autant que de cœurs."},
	"workerName":  {EN: "What runs call this worker; absent: the machine's name.", FR: "Nom de cet exécutant dans les calculs ; absent : le nom de la machine."},

	"showBy":       {EN: "Which table: day, lift, place or unit; or record, the story of the mission.", FR: "Quel tableau : day, lift, place ou unit ; ou record, l'histoire de la mission."},
	"exportTo":     {EN: "Format: json, csv, xlsx, geojson, or of a plan ics.", FR: "Format : json, csv, xlsx, geojson, ou ics pour un plan."},
	"schemaOf":     {EN: "mission, plan or api.", FR: "mission, plan ou api."},
	"catalogOf":    {EN: "lifts or equipment.", FR: "lifts ou equipment."},
	"catalogQuery": {EN: "Words that the id or the name contains.", FR: "Mots que l'identifiant ou le nom contient."},

	"db":           {EN: "Ledger: a file, or the address of a PostgreSQL database.", FR: "Registre : un fichier, ou l'adresse d'une base PostgreSQL."},
	"argLedger":    {EN: "A mission's ledger, as ledger export writes it.", FR: "Registre d'une mission, tel que ledger export l'écrit."},
	"argMissionID": {EN: "Id of a mission in the ledger.", FR: "Identifiant d'une mission du registre."},
	"argBackup":    {EN: "A backup, as sortie backup writes it.", FR: "Sauvegarde, telle que sortie backup l'écrit."},
	"ledgerVerify": {EN: "Recompute the chain of a file, or of every mission of a ledger.", FR: "Recalculer la chaîne d'un fichier, ou de chaque mission d'un registre."},
	"ledgerExport": {EN: "Write a mission with its whole story as one file.", FR: "Écrire une mission et toute son histoire dans un fichier."},
	"ledgerImport": {EN: "Verify such a file and add it to a ledger.", FR: "Vérifier un tel fichier et l'ajouter à un registre."},
	"ledgerOutput": {EN: "Write to this file; absent: to the standard output.", FR: "Écrire dans ce fichier ; absent : sur la sortie standard."},
	"backupOutput": {EN: "Write to this file; absent: to the standard output. It has the accounts in it: keep it as you keep the ledger.", FR: "Écrire dans ce fichier ; absent : sur la sortie standard. Il contient les comptes : gardez-le comme le registre."},
}
