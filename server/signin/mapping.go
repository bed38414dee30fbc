package signin

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"

	"sortie/server/access"
)

// Mapping says what the claims of a provider's ID token make of somebody. A
// claim is named by its path, with dots between: realm_access.roles.
type Mapping struct {
	Scopes []string      `yaml:"scopes"` // asked for besides openid and profile
	Name   string        `yaml:"name"`   // claim with the name that the ledger shows; absent: preferred_username
	Roles  RoleMapping   `yaml:"roles"`
	Nation NationMapping `yaml:"nation"`
}

// RoleMapping gives roles by the values of a claim, a text or a list of texts.
type RoleMapping struct {
	Claim  string     `yaml:"claim"`
	Values []RoleRule `yaml:"values"` // the first that somebody has counts
}

// RoleRule gives those whose claim has a value a role.
type RoleRule struct {
	Value string      `yaml:"value"`
	Role  access.Role `yaml:"role"`
}

// NationMapping gives liaisons and decision makers their nation.
type NationMapping struct {
	Claim  string            `yaml:"claim"`
	Values map[string]string `yaml:"values"` // claim's value → ISO 3166; absent: the claim has the code itself
}

// option is what names a mapping on the command line.
const option = "--openid-mapping"

// maxMapping is the most that the text of a mapping may have, in bytes.
const maxMapping = 256 << 10

// ReadMapping reads a mapping, YAML or JSON. Its errors are *ConfigError.
func ReadMapping(text []byte) (Mapping, error) {
	var m Mapping
	if len(text) > maxMapping {
		return m, misconfigured(option, wordMappingLarge)
	}
	if err := yaml.UnmarshalWithOptions(text, &m, yaml.Strict()); err != nil {
		return m, misconfigured(option, wordAsItIs, strings.TrimSpace(yaml.FormatError(err, false, true)))
	}
	return m, m.validate()
}

func (m Mapping) validate() error {
	switch {
	case m.Roles.Claim == "":
		return misconfigured(option, wordNoRolesClaim)
	case len(m.Roles.Values) == 0:
		return misconfigured(option, wordNoRolesValues)
	}
	for i, rule := range m.Roles.Values {
		switch {
		case rule.Value == "":
			return misconfigured(option, wordNoRoleValue, i)
		case !slices.Contains(access.Roles, rule.Role):
			return misconfigured(option, wordNoRoleOfRule, i, rule.Role)
		case rule.Role == access.Liaison && m.Nation.Claim == "":
			return misconfigured(option, wordNoNationClaim)
		}
	}
	for value, nation := range m.Nation.Values {
		if !nationForm.MatchString(nation) {
			return misconfigured(option, wordNationOfValues, value, nation)
		}
	}
	return nil
}

// claimed is what a provider's claims make of somebody.
type claimed struct {
	name   string
	role   access.Role
	nation string
}

// read reads the claims of an ID token. It returns *Invalid where they give no
// name, role or nation, or one that cannot be.
func (m Mapping) read(claims json.RawMessage) (claimed, error) {
	var tree map[string]any
	if err := json.Unmarshal(claims, &tree); err != nil {
		return claimed{}, err
	}
	nameClaim := m.Name
	if nameClaim == "" {
		nameClaim = "preferred_username"
	}
	c := claimed{name: norm.NFC.String(strings.TrimSpace(first(texts(tree, nameClaim))))}
	has := texts(tree, m.Roles.Claim)
	for _, rule := range m.Roles.Values {
		if slices.Contains(has, rule.Value) {
			c.role = rule.Role
			break
		}
	}
	if c.role == "" {
		return claimed{}, invalid("role", wordNoRole)
	}
	if c.role == access.Liaison || c.role == access.DecisionMaker {
		c.nation = m.nation(first(texts(tree, m.Nation.Claim)))
	}
	if err := checkName(c.name); err != nil {
		return claimed{}, err
	}
	return c, checkRole(c.role, c.nation)
}

func (m Mapping) nation(value string) string {
	if m.Nation.Values == nil {
		return value
	}
	return m.Nation.Values[value]
}

// texts are the texts that a claim has, by its path. A claim whose own name has
// dots, as those that are addresses do, is found too.
func texts(tree map[string]any, path string) []string {
	if path == "" {
		return nil
	}
	value, ok := tree[path]
	if !ok {
		head, rest, dotted := strings.Cut(path, ".")
		if below, isTree := tree[head].(map[string]any); dotted && isTree {
			return texts(below, rest)
		}
		return nil
	}
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, one := range v {
			if s, isText := one.(string); isText {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
