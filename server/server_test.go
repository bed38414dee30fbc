package server_test

import (
	"testing"

	"sortie/server"
)

func TestSmoke(t *testing.T) {
	s := server.New(server.Config{})
	for path, item := range s.OpenAPI().Paths {
		_ = path
		_ = item
	}
}
