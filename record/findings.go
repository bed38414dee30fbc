package record

import "sortie"

// The rules, as [sortie.Finding.Rule] names them.
const (
	RuleReplaces    = "record-replaces"    // a correction that leads nowhere, or corrects something else
	RuleRequest     = "record-request"     // who may ask
	RuleDecision    = "record-decision"    // what a decision answers, and whose it is
	RuleVotes       = "record-votes"       // the organisation's rule
	RuleGrant       = "record-grant"       // more in place, or longer, than was granted
	RulePledge      = "record-pledge"      // more in place than its nation pledged
	RuleContributor = "record-contributor" // a nation that nobody allowed
	RuleStart       = "record-start"       // the start against the latest statement
	RuleDeadline    = "record-deadline"    // the deadline against the latest statement
	RuleHandover    = "record-handover"    // a guarded place against its handover
	RuleFigures     = "record-figures"     // published figures that differ
)

// rules each look at one thing and report all of it. A new rule is a new line.
var rules = []func(*book){
	correctionsHold,
	membersAsk,
	decisionsAnswer,
	decisionsFollowTheRule,
	strengthIsGranted,
	mandateLasts,
	strengthIsPledged,
	contributorsAreAllowed,
	operationIsAsAnnounced,
	placesAreHandedOver,
	figuresStandSideBySide,
}

// Findings are what the mission's record does not bear out, in the order of
// the rules and then of the file. An error is a record that cannot be followed
// (a correction of nothing); a doubt is a mission that differs from its record;
// a note is worth knowing, such as two sources that differ. A mission without
// a record has none. Nil, half-filled and inconsistent missions are taken as
// they are.
func Findings(m *sortie.Mission) []sortie.Finding {
	if m == nil || len(m.Record) == 0 {
		return nil
	}
	b := open(m)
	for _, rule := range rules {
		rule(b)
	}
	return b.findings
}
