package missionfile

import "github.com/goccy/go-yaml/token"

// weighText refuses a YAML file that would make a tree too large for memory:
// every indicator makes at least one token and one node.
func weighText(text []byte) sentence {
	if len(text) > maxYAMLBytes {
		return say(overYAML, maxYAMLBytes>>20)
	}
	signs := 0
	for _, c := range text {
		switch c {
		case ':', ',', '-', '[', ']', '{', '}', '\n', '?', '"', '\'', '|', '>', '#', '@', '`':
			signs++
		case '%', '&', '*', '!': // rare in a mission, and dear to the parser
			signs += 8
		}
	}
	if signs > maxYAMLSigns {
		return say(overYAMLSigns, maxYAMLSigns)
	}
	return sentence{}
}

// level is a list or mapping that the tokens are inside of.
type level struct {
	column int // of its keys or dashes; 0 in brackets
	dashes bool
	path   int // bytes of the path to it
	keys   int
}

// weighTokens refuses what the parser could not bear: it recurses once for each
// level, each tag and each key beside another, and it writes the whole path to
// every node, so that long keys around many values multiply. It returns the
// token where the limit is passed and what is wrong, or nothing.
func weighTokens(tokens token.Tokens) (*token.Token, sentence) {
	levels := make([]level, 0, maxDepth+1)
	paths, marks := 0, 0
	for i, t := range tokens {
		open := false
		key := 0
		switch t.Type {
		case token.TagType, token.AnchorType, token.MappingKeyType:
			if marks++; marks > maxMarks {
				return t, say(overMarks)
			}
		case token.MappingValueType, token.SequenceEntryType, token.CollectEntryType:
			marks = 0
		}
		switch t.Type {
		case token.CommentType:
			continue
		case token.MappingStartType, token.SequenceStartType:
			open = true
			key = pendingKey(tokens, i)
		case token.MappingEndType, token.SequenceEndType:
			levels = closeBracket(levels)
		case token.SequenceEntryType:
			if !inBrackets(levels) {
				levels = outside(levels, t.Position.Column, true)
				levels = append(levels, level{column: t.Position.Column, dashes: true, path: pathOf(levels) + 8})
			}
		case token.MappingValueType:
			if k := keyBefore(tokens, i); k != nil {
				if len(k.Value) > maxKey {
					return k, say(longKey, len(k.Value))
				}
				if !inBrackets(levels) {
					var keys int
					if levels, keys = nextKey(levels, k.Position.Column, len(k.Value)); keys > maxKeys {
						return k, say(overKeys, maxKeys)
					}
				}
			}
		}
		if open {
			levels = append(levels, level{path: pathOf(levels) + key + 8})
		}
		if len(levels) > maxDepth {
			return t, say(overLevels, maxDepth)
		}
		if paths += pathOf(levels) + 16; paths > maxYAMLPaths {
			return t, say(overPaths)
		}
	}
	return nil, sentence{}
}

func pathOf(levels []level) int {
	if len(levels) == 0 {
		return 0
	}
	return levels[len(levels)-1].path
}

func inBrackets(levels []level) bool {
	return len(levels) > 0 && levels[len(levels)-1].column == 0
}

// outside leaves the levels that a dash or key in the column is not inside of.
// Dashes may stand in the column of the key whose list they are.
func outside(levels []level, column int, dash bool) []level {
	for len(levels) > 0 {
		last := levels[len(levels)-1]
		if last.column < column || last.column == column && dash && !last.dashes {
			break
		}
		levels = levels[:len(levels)-1]
	}
	return levels
}

// nextKey enters the value of a key in the column, and counts the keys of its
// mapping so far.
func nextKey(levels []level, column, length int) ([]level, int) {
	keys := 1
	for i := len(levels) - 1; i >= 0 && levels[i].column >= column; i-- {
		if levels[i].column == column && !levels[i].dashes {
			keys += levels[i].keys
			break
		}
	}
	levels = outside(levels, column, false)
	return append(levels, level{column: column, path: pathOf(levels) + length + 1, keys: keys}), keys
}

func closeBracket(levels []level) []level {
	for i := len(levels) - 1; i >= 0; i-- {
		if levels[i].column == 0 {
			return levels[:i]
		}
	}
	return levels
}

// keyBefore is the token of the key that the colon at i ends.
func keyBefore(tokens token.Tokens, i int) *token.Token {
	for i--; i >= 0; i-- {
		if tokens[i].Type != token.CommentType {
			return tokens[i]
		}
	}
	return nil
}

// pendingKey is the length of the key in brackets whose value begins at i.
func pendingKey(tokens token.Tokens, i int) int {
	if i < 2 || tokens[i-1].Type != token.MappingValueType {
		return 0
	}
	return len(tokens[i-2].Value)
}
