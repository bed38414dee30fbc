package instances

import "sortie"

// lifts are the lift types of the set: figures of the built-in catalogue as it
// stood when the set was made, kept here so that a correction there does not
// change an instance.
var lifts = []sortie.LiftType{
	{ID: "il-76md", Mode: sortie.Air, Speed: 693, Overhead: 15, PayloadRange: [][2]float64{{3600, 48}, {8640, 0}}, Decks: deck(24.5, 3.46, 3.4), Seats: sortie.Seats{Empty: 145, Full: 36}, Load: 120, Unload: 90, Turnaround: 60, Runway: 1700},
	{ID: "an-124-100", Mode: sortie.Air, Speed: 765, Overhead: 15, PayloadRange: [][2]float64{{4800, 120}, {11520, 0}}, Decks: deck(36, 6.4, 4.4), Seats: seats(88), Load: 225, Unload: 225, Turnaround: 120, Slots: 2, Runway: 3000},
	{ID: "an-26", Mode: sortie.Air, Speed: 396, Overhead: 15, PayloadRange: [][2]float64{{1100, 5.5}, {2550, 0}}, Decks: deck(11.5, 2.4, 1.9), Seats: sortie.Seats{Empty: 40, Full: 10}, Load: 45, Unload: 30, Turnaround: 45, Runway: 1200},
	{ID: "c-17a", Mode: sortie.Air, Speed: 750, Overhead: 15, PayloadRange: [][2]float64{{4482, 77.52}, {11538, 0}}, Decks: deck(26.82, 5.49, 3.76), Seats: sortie.Seats{Empty: 102, Full: 26}, Load: 135, Unload: 135, Turnaround: 135, Runway: 1067},
	{ID: "c-130j", Mode: sortie.Air, Speed: 530, PayloadRange: [][2]float64{{3701, 19.96}, {5860, 0}}, Decks: deck(12.5, 3.1, 2.7), Seats: sortie.Seats{Empty: 92, Full: 23}, Load: 105, Unload: 105, Turnaround: 105, Runway: 914},
	{ID: "a400m", Mode: sortie.Air, Speed: 675, Overhead: 15, PayloadRange: [][2]float64{{3300, 37}, {8700, 0}}, Decks: deck(17.71, 4, 3.85), Seats: sortie.Seats{Empty: 116, Full: 29}, Load: 120, Unload: 120, Turnaround: 120, Runway: 914},
	{ID: "b737-800", Mode: sortie.Air, Speed: 756, Overhead: 15, PayloadRange: [][2]float64{{3966, 22.68}, {5665, 0}}, Decks: []sortie.Deck{}, Seats: seats(189), Load: 60, Unload: 30, Turnaround: 60, Runway: 2300},
	{ID: "a330-200", Mode: sortie.Air, Speed: 792, Overhead: 15, PayloadRange: [][2]float64{{8750, 35.16}, {12500, 0}}, Decks: []sortie.Deck{}, Seats: seats(293), Load: 90, Unload: 60, Turnaround: 90, Runway: 2500},
	{ID: "coach-57", Mode: sortie.Road, Speed: 60, Decks: []sortie.Deck{}, Seats: seats(57), Load: 30, Unload: 20},
	{ID: "semi-trailer-13-6", Mode: sortie.Road, Speed: 60, Payload: tonnes(24), Decks: deck(13.6, 2.48, 2.68), Gap: 0.02, Load: 120, Unload: 90},
	{ID: "train-20-flats", Mode: sortie.Rail, Speed: 40, Decks: []sortie.Deck{{Count: 20, Length: 13.3, Width: 3.45, Height: 4, Payload: tonnes(70)}}, Seats: seats(216), Load: 240, Unload: 240},
}

// equipment are the equipment types of the set, from the catalogue likewise.
var equipment = []sortie.EquipmentType{
	{ID: "lc78", Length: 4.99, Width: 1.77, Height: 2.115, Mass: 3.2, Drives: true, KMH: 60, Seats: 5},
	{ID: "rg-31", Length: 6.4, Width: 2.47, Height: 2.63, Mass: 8, Drives: true, KMH: 60, Seats: 10},
	{ID: "mengshi-6x6", Length: 6.2, Width: 2.3, Height: 2.3, Mass: 8, Drives: true, KMH: 60, Seats: 12},
	{ID: "vab", Length: 5.98, Width: 2.49, Height: 2.06, Mass: 13.8, Drives: true, KMH: 55, Seats: 12},
	{ID: "btr-82a", Length: 7.65, Width: 2.9, Height: 2.8, Mass: 16, Drives: true, KMH: 60, Seats: 10},
	{ID: "bmp-2", Length: 6.735, Width: 3.15, Height: 2.45, Mass: 14.3, Drives: true, KMH: 30, Seats: 10},
	{ID: "kamaz-5350", Length: 7.85, Width: 2.5, Height: 3, Mass: 15.3, Drives: true, KMH: 50, Seats: 30},
	{ID: "field-kitchen", Length: 4, Width: 2.1, Height: 2.4, Mass: 1.9, Towed: true},
	{ID: "pallet-463l", Length: 2.743, Width: 2.235, Height: 2.438, Mass: 3.563},
	{ID: "iso-20", Length: 6.058, Width: 2.438, Height: 2.591, Mass: 16.4},
}

func deck(length, width, height float64) []sortie.Deck {
	return []sortie.Deck{{Count: 1, Length: length, Width: width, Height: height}}
}

func seats(n int) sortie.Seats { return sortie.Seats{Empty: n, Full: n} }

func tonnes(t float64) *float64 { return &t }

// lift is a type of the set with defaults filled in.
func lift(id string) sortie.LiftType {
	for _, t := range lifts {
		if t.ID != id {
			continue
		}
		if t.Gap == 0 {
			t.Gap = sortie.DefaultGap
		}
		if t.Slots == 0 {
			t.Slots = sortie.DefaultSlots
		}
		return t
	}
	panic("no lift type " + id) // a family names a type that the set has not: its test fails
}

func item(id string) sortie.EquipmentType {
	for _, t := range equipment {
		if t.ID == id {
			return t
		}
	}
	panic("no equipment type " + id)
}
