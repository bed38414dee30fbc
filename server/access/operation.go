package access

import "slices"

// Group is what operations have in common for the policy: an action group of
// policy.cedar.
type Group string

// The groups of operations.
const (
	Anybody      Group = "anybody"       // before anybody has signed in
	SignedIn     Group = "signed-in"     // touches no mission, or filters by mission itself
	ReadMission  Group = "read-mission"  // shows a part of a mission, its plans, runs or ledger
	ReadStory    Group = "read-story"    // tells of everybody's units together: whole ledger entries, repairs
	WriteUnits   Group = "write-units"   // units
	WriteMission Group = "write-mission" // the whole mission, or a plan brought from elsewhere
	Say          Group = "say"           // adds to the record
	CastVote     Group = "cast-vote"     // one member's vote
	Report       Group = "report"        // what really happened to a movement
	RunPlans     Group = "run-plans"     // starts and stops runs
	Administer   Group = "administer"    // accounts, ledgers from elsewhere, and figures on the installation
)

// Operation is one thing that the API does.
type Operation struct {
	ID    string // operationId of the OpenAPI document
	Group Group
	On    Kind // what it is done to
}

// Operations lists everything that the server answers to. What is not in it is
// denied to everybody.
var Operations = []Operation{
	{"get-session", Anybody, OnInstallation},
	{"sign-in", Anybody, OnInstallation},
	{"sign-in-elsewhere", Anybody, OnInstallation},
	{"openid-callback", Anybody, OnInstallation},
	{"openapi", Anybody, OnInstallation},
	{"documentation", Anybody, OnInstallation},
	{"page", Anybody, OnInstallation},
	{"health", Anybody, OnInstallation},
	{"readiness", Anybody, OnInstallation},

	{"sign-out", SignedIn, OnInstallation},
	{"change-password", SignedIn, OnInstallation},
	{"list-missions", SignedIn, OnInstallation},
	{"export-missions", SignedIn, OnInstallation},
	{"check-file", SignedIn, OnInstallation},
	{"brief-announcement", SignedIn, OnInstallation},
	{"list-examples", SignedIn, OnInstallation},
	{"get-catalog", SignedIn, OnInstallation},
	{"get-schema", SignedIn, OnInstallation},
	{"get-settings", SignedIn, OnInstallation},
	{"map", SignedIn, OnInstallation},

	{"get-mission", ReadMission, OnMission},
	{"check-mission", ReadMission, OnMission},
	{"list-revisions", ReadMission, OnMission},
	{"get-revision", ReadMission, OnMission},
	{"get-record", ReadMission, OnMission},
	{"list-entries", ReadMission, OnMission},
	{"get-entry", ReadMission, OnMission},
	{"verify-ledger", ReadMission, OnMission},
	{"list-plans", ReadMission, OnMission},
	{"get-plan", ReadMission, OnMission},
	{"explain-plan", ReadMission, OnMission},
	{"compare-plans", ReadMission, OnMission},
	{"verify-plan", ReadMission, OnMission},
	{"get-movement", ReadMission, OnMission},
	{"export-mission", ReadMission, OnMission},
	{"export-plan", ReadMission, OnMission},
	{"list-actuals", ReadMission, OnMission},
	{"list-runs", ReadMission, OnMission},
	{"get-run", ReadMission, OnMission},
	{"follow-run", ReadMission, OnMission},
	{"follow-mission", ReadMission, OnMission},

	{"export-ledger", ReadStory, OnMission},
	{"find-repairs", ReadStory, OnMission},

	{"put-unit", WriteUnits, OnUnit},
	{"patch-unit", WriteUnits, OnUnit},
	{"delete-unit", WriteUnits, OnUnit},
	{"change-units", WriteUnits, OnUnit},

	{"create-mission", WriteMission, OnInstallation},
	{"add-example", WriteMission, OnInstallation},
	{"replace-mission", WriteMission, OnMission},
	{"patch-mission", WriteMission, OnMission},
	{"restore-revision", WriteMission, OnMission},
	{"add-plan", WriteMission, OnMission},

	{"add-statement", Say, OnMission},
	{"vote", CastVote, OnVote},
	{"add-actual", Report, OnMovement},

	{"start-run", RunPlans, OnMission},
	{"stop-run", RunPlans, OnMission},

	// A story from elsewhere says who wrote each of its entries: whoever imports one
	// could put a vote into another office's mouth.
	{"import-ledger", Administer, OnInstallation},
	{"list-accounts", Administer, OnInstallation},
	{"create-account", Administer, OnInstallation},
	{"change-account", Administer, OnInstallation},
	{"metrics", Administer, OnInstallation},
}

// Unlisted holds the ids of the operations that an API has against Operations:
// those that nobody may use because they are not listed, and those that are
// listed and do not exist.
func Unlisted(ids []string) (missing, superfluous []string) {
	listed := make([]string, len(Operations))
	for i, o := range Operations {
		listed[i] = o.ID
		if !slices.Contains(ids, o.ID) {
			superfluous = append(superfluous, o.ID)
		}
	}
	for _, id := range ids {
		if !slices.Contains(listed, id) {
			missing = append(missing, id)
		}
	}
	return missing, superfluous
}
