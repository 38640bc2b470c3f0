package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

// TestProgram runs the program as a user does: it says where it is, serves the
// page, and ends well when it is interrupted.
func TestProgram(t *testing.T) {
	exe := filepath.Join(t.TempDir(), "preview.exe")
	if out, err := exec.Command("go", "build", "-o", exe, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, exe, "-addr", "127.0.0.1:0")
	var errs strings.Builder
	cmd.Stderr = &errs
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	out := bufio.NewReader(stdout)
	line, err := out.ReadString('\n')
	url := strings.TrimSpace(line)
	if err != nil || !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Fatalf("first line = %q, %v, want the address; standard error: %s", line, err, errs.String())
	}
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != 200 || !strings.Contains(string(page), "Xem trước bài viết") {
		t.Errorf("GET = %d, %v: %s", resp.StatusCode, err, page)
	}

	// The address is busy now.
	busy := exec.CommandContext(ctx, exe, "-addr", strings.Trim(strings.TrimPrefix(url, "http://"), "/"))
	var message strings.Builder
	busy.Stderr = &message
	if err := busy.Run(); busy.ProcessState.ExitCode() != 1 || strings.Count(message.String(), "\n") != 1 {
		t.Errorf("with a busy address: %v, %q; want status 1 and one line", err, message.String())
	}

	if runtime.GOOS == "windows" {
		cmd.Process.Kill()
		cmd.Wait()
		t.Skip("no interrupts on Windows")
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err != nil || len(rest) > 0 {
		t.Errorf("more on standard output: %q, %v", rest, err)
	}
	if err := cmd.Wait(); err != nil || errs.Len() > 0 {
		t.Errorf("ends with %v, standard error %q; want status 0 and nothing", err, errs.String())
	}
}

// TestRunEnds holds that a slow client does not keep the program alive.
func TestRunEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	read, write := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- run(ctx, cli.Std{Out: write}, []string{"-addr", "127.0.0.1:0"}) }()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(line, "http://"), "/\n"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "POST /api/parse HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{"); err != nil {
		t.Fatal(err)
	}
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("run = %v", err)
		}
	case <-time.After(time.Minute):
		t.Error("run does not end")
	}
}

func TestRunErrors(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel() // what should not serve ends at once if it does
	for _, tt := range []struct {
		status int
		args   []string
	}{
		{2, []string{"file.txt"}}, {2, []string{"-port", "1"}}, {2, []string{"-addr", "8080"}}, {2, []string{"-addr", ":0"}}, {2, []string{"-addr"}},
		{1, []string{"-addr", "127.0.0.1:x"}},
	} {
		var out strings.Builder
		err := run(ctx, cli.Std{Out: &out}, tt.args)
		if cli.Status(err) != tt.status || strings.Contains(err.Error(), "\n") || out.Len() > 0 {
			t.Errorf("run(%q) = %v, output %q; want an error of one line, the status %d and no output", tt.args, err, out.String(), tt.status)
		}
	}
	var out strings.Builder
	if err := run(ctx, cli.Std{Out: &out}, []string{"-h"}); !errors.Is(err, flag.ErrHelp) || !strings.Contains(out.String(), "-addr") {
		t.Errorf("run(-h) = %v, output %q; want the usage", err, out.String())
	}
}
