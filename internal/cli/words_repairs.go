package cli

// repairs.
var (
	wordRepairsTried       = phrase{EN: "%s of %s changes tried", FR: "%s changements essayés sur %s"}
	wordRepairsInterrupted = phrase{EN: "interrupted: these are the repairs so far", FR: "interrompu : voici les remèdes jusqu'ici"}
	wordRepairsFailed      = phrase{EN: "%s cannot be planned: %s", FR: "%s ne peut être planifié : %s"}
	wordRepairsKey         = phrase{EN: "%s: %s → %s", FR: "%s : %s → %s"}
)
