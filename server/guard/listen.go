package guard

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
)

// Why sortie does not listen beyond loopback.
var (
	ErrNoSignIn = errors.New("whoever reaches this address could read and change every mission: nobody has to sign in")
	ErrNoTLS    = errors.New("passwords and missions would cross the network in the clear: there is neither TLS nor a declared proxy that ends it")
)

// IsLoopback reports whether an address to listen on, host:port, can be reached
// from this machine alone. A name counts as loopback only where it is
// localhost: what another resolves to can change.
func IsLoopback(listen string) (bool, error) {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return false, fmt.Errorf("%q is not an address such as 127.0.0.1:8080", listen)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n > 65535 {
		return false, fmt.Errorf("%q is not a port: a number from 0 to 65535", port)
	}
	if strings.EqualFold(host, "localhost") {
		return true, nil
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback(), nil
}

// MayListen returns nil where sortie may listen on an address; ErrNoSignIn or
// ErrNoTLS where it is beyond loopback and lacks what that needs; or what is
// wrong with the address.
func MayListen(listen string, signIn, tls, proxy bool) error {
	loopback, err := IsLoopback(listen)
	switch {
	case err != nil:
		return err
	case loopback:
		return nil
	case !signIn:
		return ErrNoSignIn
	case !tls && !proxy:
		return ErrNoTLS
	}
	return nil
}
