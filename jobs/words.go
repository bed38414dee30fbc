package jobs

import "sortie/internal/lang"

// Limits of a run.
var (
	pastLimit    = lang.Phrase{EN: "the run asks for more than is allowed: %s", FR: "le calcul demande plus que ce qui est permis : %s"}
	secondsFrom  = lang.Phrase{EN: "seconds lie above 0 and at %s at most", FR: "la durée est de plus de 0 et d’au plus %s secondes"}
	triesFrom    = lang.Phrase{EN: "iterations lie between 0 and %s", FR: "le nombre d’essais est compris entre 0 et %s"}
	needsMission = lang.Phrase{EN: "a run needs a mission", FR: "il faut une mission à un calcul"}
	bodyOf       = lang.Phrase{EN: "a mission or plan has %s MB at most", FR: "une mission ou un plan fait au plus %s Mo"}
	nameOf       = lang.Phrase{EN: "a name has %s bytes at most", FR: "un nom a au plus %s octets"}
	megabytes    = lang.Phrase{EN: "%s MB at most", FR: "%s Mo au plus"}
)

// Why runs end early. The texts reach whoever may see the run, so they tell
// nothing of the mission.
var (
	reasonNoPlan  = lang.Phrase{EN: "no plan was made", FR: "aucun plan n’a été fait"}.Text()
	reasonStopped = lang.Phrase{EN: "the run was stopped before it had a plan", FR: "le calcul a été arrêté avant d’avoir un plan"}.Text()
	reasonMission = lang.Phrase{EN: "the mission cannot be planned as it is: check it", FR: "la mission ne peut être planifiée telle quelle : vérifiez-la"}.Text()
	reasonFrom    = lang.Phrase{EN: "the plan to start from cannot be read", FR: "le plan de départ est illisible"}.Text()
	reasonLost    = lang.Phrase{EN: "the mission of the run is no longer there", FR: "la mission du calcul n’est plus là"}.Text()
	reasonTime    = lang.Phrase{EN: "the run was given up: it had no plan long after its time was up", FR: "le calcul a été abandonné : il n’avait pas de plan longtemps après l’heure"}.Text()
	reasonDeaths  = lang.Phrase{EN: "the run was given up: three workers died over it", FR: "le calcul a été abandonné : trois exécutants y ont péri"}.Text()
	reasonFault   = lang.Phrase{EN: "the run was given up: the planner is at fault, and the operator's log says more", FR: "le calcul a été abandonné : le planificateur est en faute, et le journal de l’exploitant en dit plus"}.Text()
)

// noReason is that of a run that has run its course.
var noReason lang.Text

// reasons are all that a run may have.
var reasons = []lang.Text{reasonNoPlan, reasonStopped, reasonMission, reasonFrom, reasonLost, reasonTime, reasonDeaths, reasonFault}

// reasonOf is the reason that a kept run has in English, in every language.
func reasonOf(kept lang.Text) lang.Text {
	for _, known := range reasons {
		if known.String() == kept.String() {
			return known
		}
	}
	return kept
}

// overLimit is [ErrLimit] with the limit in question.
type overLimit struct{ which lang.Text }

func over(limit lang.Phrase, args ...any) error { return &overLimit{limit.Text(args...)} }

func (o *overLimit) Error() string { return o.Said().String() }

func (o *overLimit) Unwrap() error { return ErrLimit }

// Said is the error in every language.
func (o *overLimit) Said() lang.Text { return pastLimit.Text(o.which) }
