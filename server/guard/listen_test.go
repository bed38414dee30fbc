package guard

import (
	"errors"
	"testing"
)

func TestMayListen(t *testing.T) {
	other := errors.New("the address itself is wrong")
	for _, tc := range []struct {
		listen             string
		signIn, tls, proxy bool
		want               error
	}{
		{"127.0.0.1:8080", false, false, false, nil},
		{"127.9.9.9:8080", false, false, false, nil},
		{"[::1]:8080", false, false, false, nil},
		{"[::ffff:127.0.0.1]:8080", false, false, false, nil},
		{"localhost:0", false, false, false, nil},
		{"127.0.0.1:8080", true, false, false, nil},

		{":8080", false, false, false, ErrNoSignIn},
		{"0.0.0.0:8080", false, false, false, ErrNoSignIn},
		{"[::]:8080", false, false, false, ErrNoSignIn},
		{"192.0.2.1:8080", false, true, false, ErrNoSignIn},
		{"192.0.2.1:8080", false, false, true, ErrNoSignIn},
		{"192.0.2.1:8080", false, true, true, ErrNoSignIn},
		{"sortie.example.org:8080", false, true, false, ErrNoSignIn},
		{"localhost.example.org:8080", false, true, false, ErrNoSignIn},

		{":8080", true, false, false, ErrNoTLS},
		{"192.0.2.1:8080", true, false, false, ErrNoTLS},
		{"[2001:db8::1]:8080", true, false, false, ErrNoTLS},

		{":8080", true, true, false, nil},
		{":8080", true, false, true, nil},
		{"192.0.2.1:443", true, true, true, nil},

		{"8080", true, true, true, other},
		{"", true, true, true, other},
		{"127.0.0.1", false, false, false, other},
		{"127.0.0.1:http", false, false, false, other},
		{"127.0.0.1:70000", false, false, false, other},
		{"::1:8080", false, false, false, other},
	} {
		err := MayListen(tc.listen, tc.signIn, tc.tls, tc.proxy)
		ok := errors.Is(err, tc.want)
		if errors.Is(tc.want, other) {
			ok = err != nil && !errors.Is(err, ErrNoSignIn) && !errors.Is(err, ErrNoTLS)
		}
		if !ok {
			t.Errorf("%q sign-in %v, TLS %v, proxy %v: %v, want %v", tc.listen, tc.signIn, tc.tls, tc.proxy, err, tc.want)
		}
	}
}
