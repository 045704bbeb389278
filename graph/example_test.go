package graph_test

import (
	"context"
	"fmt"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
)

// A client asks with one token, here the pretend Meta on this computer.
func ExampleClient() {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = server.Close() }()
	ready, _ := sandbox.FindScenario("ready")

	client, err := graph.New(graph.Options{BaseURL: server.GraphURL()}, ready.Token)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	accounts, _ := client.AssignedAccounts(context.Background(), "me")
	for _, account := range accounts {
		found, _ := client.WhatsAppAccount(context.Background(), account.ID)
		fmt.Println(found.Name, found.Numbers[0].Display)
	}
	// Output:
	// Corner Bakery +49 30 901820
}

// What Graph refuses is a *trouble.Error; what stands in the way of an answer is
// a *graph.NetworkError, and never a bad token.
func ExampleClient_errors() {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = server.Close() }()
	ask := func(name string) error {
		scenario, _ := sandbox.FindScenario(name)
		client, _ := graph.New(graph.Options{BaseURL: server.GraphURL(), Tries: 1}, scenario.Token)
		defer client.Close()
		_, err := client.Me(context.Background())
		return err
	}

	refused := trouble.AsError(ask("expired"))
	fmt.Println(refused.CodeText(), refused.Trouble() == trouble.TokenExpired)
	server.SetFault(sandbox.FaultWebPage, 1)
	unanswered := graph.AsNetworkError(ask("ready"))
	fmt.Println(unanswered.Kind == graph.NetworkPortal, graph.Passes(unanswered))
	// Output:
	// 190/463 true
	// true false
}

// A token never prints itself.
func ExampleNewToken() {
	token := graph.NewToken("EAAMadeUpForAnExample1234567890")
	fmt.Println(token)
	fmt.Printf("%q %+v, ends in %s\n", token, token, token.Last4())
	// Output:
	// [token hidden]
	// [token hidden] [token hidden], ends in 7890
}
