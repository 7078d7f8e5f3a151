package org.larum.app.api.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.larum.app.Caller.bearer;
import static org.larum.app.Caller.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.Servers;

/** Files that people add to notes, over HTTP: from the upload to the timeline, the download and the export. */
class AttachmentIT {

    private static final int MIB = 1024 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    private static final String[] ADMIN = bearer(Servers.ADMIN);

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer(1, Shop.organisation(12));

    private static int services;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Each test has an incident of its own. */
    private static synchronized String incident() {
        return new Shop(SERVER).fail("s" + services++, "high", 1).get("id").asString();
    }

    private HttpResponse<String> upload(String incident, String name, BodyPublisher body) {
        var request = HttpRequest.newBuilder(
                        URI.create(SERVER.base() + "/api/incidents/" + incident + "/attachments" + name))
                .header("Authorization", "Bearer " + Servers.ADMIN)
                .header("Content-Type", "text/html")
                .POST(body)
                .build();
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String uploaded(String incident, String name, byte[] bytes) {
        var answer = upload(incident, "?name=" + name, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private static HttpResponse<String> note(String incident, String text, String... files) {
        return SERVER.caller()
                .post("/api/incidents/" + incident + "/notes", Map.of("text", text, "attachments", files), ADMIN);
    }

    private static byte[] zip(int size) {
        var bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void isRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("detail").asString()).contains("Nothing was kept.");
    }

    private static long partsOf(String incident) {
        return SERVER.jdbc()
                .sql(
                        "select count(*) from incident_attachment_parts p join incident_attachments a on a.id = p.attachment"
                                + " where a.incident = ?::uuid")
                .param(incident)
                .query(Long.class)
                .single();
    }

    // ------------------------------------------------------------ the way through

    @Test
    void aFileGoesFromTheNoteToTheTimelineAndBack() {
        var incident = incident();
        var large = zip(10 * MIB);
        var archive = uploaded(incident, "logs.zip", large);
        var image = uploaded(incident, "..%2Fdisk%0D%0A.png", PNG);
        var path = "/api/incidents/" + incident + "/attachments/";
        assertThat(SERVER.caller().get(path + image, ADMIN).statusCode())
                .as("nobody sees it before a note names it")
                .isEqualTo(404);
        var acted = note(incident, "What I saw", archive, image);
        assertThat(acted.statusCode()).describedAs(acted.body()).isEqualTo(201);

        var index = json(acted).get("index").asLong();
        var entry = json(SERVER.caller()
                        .get("/api/incidents/" + incident + "/timeline?kind=note&atLeast=" + index, ADMIN))
                .at("/items/0");
        assertThat(entry.get("attachments")
                        .valueStream()
                        .map(one -> one.get("name").asString() + " "
                                + one.get("type").asString() + " "
                                + one.get("size").asLong()))
                .containsExactly("logs.zip application/zip " + 10 * MIB, "disk.png image/png " + PNG.length);
        assertThat(entry.at("/attachments/0/digest").asString()).isEqualTo(sha256(large));

        var request = HttpRequest.newBuilder(URI.create(SERVER.base() + path + archive))
                .headers(ADMIN)
                .build();
        var back = send(request, BodyHandlers.ofByteArray());
        assertThat(sha256(back.body())).isEqualTo(sha256(large));
        var headers = back.headers();
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("logs.zip");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(headers.firstValue("Content-Type")).hasValue("application/zip");
        var tag = headers.firstValue("ETag").orElseThrow();
        assertThat(SERVER.caller()
                        .get(path + archive, bearer(Servers.ADMIN, "If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);

        var markdown = SERVER.caller()
                .get("/api/incidents/" + incident + "/timeline.md", ADMIN)
                .body();
        assertThat(markdown).contains("File: disk.png, image/png, " + PNG.length + " bytes, SHA-256 " + sha256(PNG));
        assertThat(SERVER.caller()
                        .get("/api/incidents/" + incident + "/timeline.json", ADMIN)
                        .body())
                .contains(sha256(large));
    }

    @Test
    void aNoteMayBeFilesAlone() {
        var incident = incident();
        var acted = note(incident, "", uploaded(incident, "disk.png", PNG));
        assertThat(acted.statusCode()).describedAs(acted.body()).isEqualTo(201);
        var path = "/api/incidents/" + incident + "/timeline?kind=note&atLeast="
                + json(acted).get("index").asLong();
        assertThat(json(SERVER.caller().get(path, ADMIN))
                        .at("/items/0/sentence")
                        .asString())
                .endsWith("added files.");
        assertThat(note(incident, "").statusCode()).isEqualTo(400);
    }

    // ------------------------------------------------------------ what is refused

    @Test
    void whatItIsIsLookedForInside() {
        var incident = incident();
        isRefused(upload(incident, "?name=harmless.png", BodyPublishers.ofString("MZ\0\0")), 400, "file_type");
        var late = new byte[3 * MIB];
        Arrays.fill(late, (byte) 'a');
        late[2 * MIB] = 0;
        isRefused(upload(incident, "?name=log.txt", BodyPublishers.ofByteArray(late)), 400, "file_type");
        assertThat(partsOf(incident)).as("what was refused is gone").isZero();
        // What it says of itself, by name or by type, is not believed.
        var page = upload(incident, "?name=page.png", BodyPublishers.ofString("<script>alert(1)</script>"));
        assertThat(json(page).get("type").asString()).isEqualTo("text/plain");
    }

    @Test
    void howMuchIsBounded() {
        var incident = incident();
        isRefused(upload(incident, "", BodyPublishers.noBody()), 400, "empty_file");
        isRefused(
                upload(incident, "", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(PNG))),
                400,
                "no_size");
        var largest = zip(10 * MIB);
        for (int i = 0; i < 4; i++) {
            uploaded(incident, "part.zip", largest);
        }
        var fifth = uploaded(incident, "part.zip", largest);
        isRefused(upload(incident, "?name=one-more.png", BodyPublishers.ofByteArray(PNG)), 409, "no_room");
        var path = "/api/incidents/" + incident + "/attachments/" + fifth;
        assertThat(SERVER.caller().delete(path, ADMIN).statusCode()).isEqualTo(204);
        assertThat(SERVER.caller().delete(path, ADMIN).statusCode()).isEqualTo(204);
        uploaded(incident, "now.png", PNG);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        var incident = incident();
        var base = URI.create(SERVER.base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/incidents/" + incident
                                    + "/attachments HTTP/1.1\r\nHost: larum.test\r\nAuthorization:" + " Bearer "
                                    + Servers.ADMIN + "\r\nContent-Length: " + (10 * MIB + 1) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[20_000];
            int length = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, length, StandardCharsets.UTF_8)).contains(" 400 ");
        }
    }

    @Test
    void whatWasCutOffLeavesNothing() throws IOException {
        var incident = incident();
        var base = URI.create(SERVER.base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /api/incidents/" + incident
                            + "/attachments HTTP/1.1\r\nHost: larum.test\r\nAuthorization: Bearer " + Servers.ADMIN
                            + "\r\nContent-Length: " + 2 * MIB + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(zip(MIB));
            out.flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> partsOf(incident) > 0);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> partsOf(incident) == 0);
        assertThat(SERVER.jdbc()
                        .sql("select taken from incident_attachment_room where incident = ?::uuid")
                        .param(incident)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNoteNamesOnlyWhatWasUploadedForItsIncidentAndOnce() {
        var incident = incident();
        var other = incident();
        var file = uploaded(other, "disk.png", PNG);
        for (var wrong : List.of(file, "00000000-0000-7000-8000-000000000000", "nonsense")) {
            isRefused(note(incident, "With a file", wrong), 400, "no_such_attachment");
        }
        assertThat(note(other, "First", file, file).statusCode()).isEqualTo(201);
        isRefused(note(other, "Second", file), 400, "no_such_attachment");
        assertThat(SERVER.caller()
                        .get("/api/incidents/" + incident + "/attachments/" + file, ADMIN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.caller()
                        .delete("/api/incidents/" + other + "/attachments/" + file, ADMIN)
                        .statusCode())
                .isEqualTo(204);
        assertThat(SERVER.caller()
                        .get("/api/incidents/" + other + "/attachments/" + file, ADMIN)
                        .statusCode())
                .as("what a note names stays")
                .isEqualTo(200);
    }

    @Test
    void onlyPeopleAddAndReadFiles() {
        var incident = incident();
        var path = "/api/incidents/" + incident + "/attachments";
        assertThat(SERVER.caller().post(path, "x").statusCode()).isEqualTo(401);
        assertThat(SERVER.caller().post(path, "x", bearer(Shop.KEY)).statusCode())
                .isEqualTo(403);
        assertThat(SERVER.caller().get(path + "/x", bearer(Shop.KEY)).statusCode())
                .isEqualTo(403);
        assertThat(SERVER.caller().get(path + "/x", ADMIN).statusCode()).isEqualTo(404);
    }

    @Test
    void whatNobodyUsesIsForgottenAfterADay() {
        var incident = incident();
        uploaded(incident, "left.png", PNG);
        SERVER.jdbc()
                .sql(
                        "update incident_attachments set uploaded_at = now() - interval '25 hours' where incident = ?::uuid")
                .param(incident)
                .update();
        uploaded(incident, "next.png", PNG);
        assertThat(SERVER.jdbc()
                        .sql("select name from incident_attachments where incident = ?::uuid")
                        .param(incident)
                        .query(String.class)
                        .list())
                .containsExactly("next.png");
    }
}
