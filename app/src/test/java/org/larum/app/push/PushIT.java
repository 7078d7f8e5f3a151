package org.larum.app.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;
import org.larum.notifiers.push.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From "Add this device" to a page that is sealed, signed, shown, and answered; against a push service that looks at all of it. */
class PushIT {

    private static final String KEY = "a-key-of-the-tests-with-32-characters-or-more";

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer();

    /** What came to one address. */
    private record Push(String path, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private static final List<Push> PUSHED = new CopyOnWriteArrayList<>();
    private static volatile int status = 201;
    private static HttpServer service;

    private final Browser browser = new Browser();

    @BeforeAll
    static void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/", exchange -> {
            try (exchange) {
                var body = exchange.getRequestBody().readAllBytes();
                PUSHED.add(new Push(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        service.start();
    }

    @AfterAll
    static void end() {
        service.stop(0);
    }

    @BeforeEach
    void forget() {
        PUSHED.clear();
        status = 201;
    }

    private static String[] signIn(String name) {
        var email = name + "@example.test";
        var invited = SERVER.caller()
                .post("/api/people/invitations", Map.of("email", email, "name", name), bearer(Servers.ADMIN));
        var token = json(invited).get("link").asString().replaceAll(".*/", "");
        var form = Map.of("name", name, "email", email, "password", "a long enough password", "timeZone", "UTC");
        var joined = SERVER.caller().post("/api/invitations/" + token, form);
        assertThat(joined.statusCode()).describedAs(joined.body()).isEqualTo(200);
        var cookie = joined.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new String[] {
            "Cookie", cookie, "X-Larum-Csrf", json(joined).get("csrf").asString()
        };
    }

    private static URI endpoint(String path) {
        return URI.create("http://localhost:" + service.getAddress().getPort() + "/push/" + path);
    }

    private HttpResponse<String> add(String endpoint, String[] as) {
        var keys = Map.of("p256dh", browser.key(), "auth", browser.auth());
        return SERVER.caller()
                .post("/api/me/devices", Map.of("endpoint", endpoint, "keys", keys, "name", "Chrome on Android"), as);
    }

    private JsonNode added(String path, String[] as) {
        return ok(add(endpoint(path).toString(), as), 200);
    }

    private static JsonNode devices(String[] as) {
        return ok(SERVER.caller().get("/api/me/devices", as), 200).get("devices");
    }

    private static JsonNode push(String[] as) {
        var ways = ok(SERVER.caller().get("/api/me/reach?atLeast=" + SERVER.head(), as), 200)
                .get("ways");
        for (var way : ways) {
            if (way.get("channel").asString().equals("push")) {
                return way;
            }
        }
        throw new AssertionError("no push in " + ways);
    }

    private static HttpResponse<String> test(String[] as) {
        return SERVER.caller().post("/api/me/tests", Map.of("channel", "push"), as);
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return json(answer);
    }

    private static void eventually(String what, BooleanSupplier is) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!is.getAsBoolean()) {
            assertThat(System.nanoTime()).describedAs(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private JsonNode opened(Push push) {
        return JsonMapper.shared().readTree(browser.open(push.body())).get("notification");
    }

    private static int say(JsonNode shown, String what) {
        var receipt = URI.create(shown.at("/data/receipt").asString());
        return SERVER.caller().post(receipt.getPath() + "/" + what, Map.of()).statusCode();
    }

    @Test
    void aTestGoesToTheDeviceWhichSaysThatItHasShownIt() {
        var ada = signIn("ada");
        assertThat(push(ada).get("missing").asString()).contains("Add one below");
        assertThat(test(ada).statusCode()).isEqualTo(409);
        var added = added("ada", ada);
        assertThat(added.at("/devices/0/name").asString()).isEqualTo("Chrome on Android");
        assertThat(added.at("/devices/0/service").asString()).isEqualTo("localhost");
        assertThat(added.at("/devices/0/id")).isEqualTo(added.get("here"));
        assertThat(push(ada).get("address").asString()).isEqualTo("1 device");

        ok(test(ada), 202);
        eventually("it is pushed", () -> PUSHED.size() == 1);
        var push = PUSHED.getFirst();
        assertThat(push.header("Authorization"))
                .endsWith("k=" + added.get("publicKey").asString());
        assertThat(Browser.claims(push.header("Authorization")).get("aud").asString())
                .isEqualTo("http://localhost:" + service.getAddress().getPort());
        assertThat(push.header("Urgency")).isEqualTo("high");
        var shown = opened(push);
        assertThat(shown.get("title").asString()).isEqualTo("Test of your push");
        assertThat(shown.get("navigate").asString()).contains("/me?test=");

        eventually("it is taken", () -> push(ada).at("/test/state").asString().equals("sent"));
        assertThat(say(shown, "shown")).isEqualTo(204);
        eventually("it is shown", () -> push(ada).at("/test/state").asString().equals("delivered"));
        assertThat(say(shown, "clicked")).isEqualTo(204);
        eventually("it is opened", () -> push(ada).at("/test/reason").asString().equals("opened on a device"));
    }

    @Test
    void aReceiptIsBelievedOnlyAtTheAddressThatLarumMade() {
        assertThat(SERVER.caller().post("/push/receipts/AAAA/shown", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(SERVER.caller()
                        .post("/push/receipts/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/shown", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingOfTheDeviceIsReadableInTheLog() {
        var barbara = signIn("barbara");
        added("secret-of-barbara", barbara);
        var payloads = new ArrayList<String>();
        SERVER.jdbc()
                .sql("select payload from event where aggregate = 'Device'")
                .query((row, n) -> payloads.add(new String(row.getBytes("payload"), StandardCharsets.UTF_8)))
                .list();
        assertThat(payloads).isNotEmpty().noneMatch(text -> text.contains("secret-of-barbara"));
        assertThat(devices(barbara).toString()).doesNotContain("secret-of-barbara");
    }

    @Test
    void aDeviceThatIsGoneIsForgotten() {
        var grace = signIn("grace");
        added("grace", grace);
        status = 410;
        ok(test(grace), 202);
        eventually("it is forgotten", () -> devices(grace).isEmpty());
        assertThat(push(grace).get("state").asString()).isEqualTo("missing");
        assertThat(test(grace).statusCode()).isEqualTo(409);
    }

    @Test
    void aDeviceBelongsToWhoeverAddedItLastAndIsRemovedByThemAlone() {
        var linus = signIn("linus");
        var margaret = signIn("margaret");
        added("shared", linus);
        added("shared", linus);
        assertThat(devices(linus)).hasSize(1);
        var id = added("shared", margaret).get("here").asString();
        assertThat(devices(linus)).isEmpty();
        assertThat(SERVER.caller().delete("/api/me/devices/" + id, linus).statusCode())
                .isEqualTo(404);
        assertThat(devices(margaret)).hasSize(1);
        assertThat(ok(SERVER.caller().delete("/api/me/devices/" + id, margaret), 200)
                        .get("devices"))
                .isEmpty();
    }

    @Test
    void onlyPushServicesOfBrowsersAreBelieved() {
        var ken = signIn("ken");
        for (var address : List.of(
                "https://evil.example/push",
                "http://127.0.0.1:5432/",
                "http://fcm.googleapis.com/x",
                "no address",
                "")) {
            assertThat(ok(add(address, ken), 400).get("code").asString()).isEqualTo("bad_endpoint");
        }
        var keys = Map.of("p256dh", browser.auth(), "auth", browser.auth());
        var wish = Map.of("endpoint", "https://fcm.googleapis.com/fcm/send/x", "keys", keys);
        assertThat(ok(SERVER.caller().post("/api/me/devices", wish, ken), 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad_keys");
        assertThat(ok(add("https://fcm.googleapis.com/fcm/send/x", ken), 200).get("devices"))
                .hasSize(1);
    }

    @Test
    void aPageIsAnsweredFromTheDevice() {
        var radia = signIn("radia");
        added("radia", radia);
        var yaml = """
                services: {router: {name: Router, criticality: high, policy: router}}
                policies: {router: {steps: [{notify: ["person:%s"], wait: 15m}]}}
                integrations: {native: {type: native, key: %s, service: router}}
                """.formatted(word("radia"), KEY);
        ok(SERVER.caller().post("/api/config", yaml, bearer(Servers.ADMIN)), 200);
        var detection = Map.of("key", "loop", "action", "trigger", "severity", "critical", "summary", "It loops");
        ok(SERVER.caller().post("/api/detections", detection, bearer(KEY)), 202);
        eventually("it is pushed", () -> PUSHED.size() == 1);

        var push = PUSHED.getFirst();
        assertThat(push.header("Ttl")).isEqualTo("1800");
        var shown = opened(push);
        assertThat(shown.get("title").asString()).isEqualTo("Critical: It loops");
        var answer = URI.create(shown.at("/data/answer").asString()).getPath();
        assertThat(answer).startsWith("/a/");
        assertThat(SERVER.caller().get(answer).body()).contains("Acknowledge");
        assertThat(state()).isEqualTo("triggered");
        assertThat(acknowledge(answer)).isLessThan(400);
        eventually("it is acknowledged", () -> state().equals("acknowledged"));
    }

    private static String word(String name) {
        var people = ok(SERVER.caller().get("/api/people?limit=200", bearer(Servers.ADMIN)), 200)
                .get("items");
        for (var person : people) {
            if (person.get("name").asString().equals(name)) {
                return person.get("word").asString();
            }
        }
        throw new AssertionError("nobody is called " + name + " in " + people);
    }

    private static String state() {
        return ok(SERVER.caller().get("/api/incidents?state=open", bearer(Servers.ADMIN)), 200)
                .at("/items/0/state")
                .asString();
    }

    /** As the worker does it: the form of the page. */
    private static int acknowledge(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(SERVER.base() + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("do=acknowledge&via=push"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
