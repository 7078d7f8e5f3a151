package org.larum.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.larum.app.config.SystemTime;

/** Senders keep their connections, and what is refused is answered at once while what is stored is answered later. */
class KeepAliveIT {

    private static final int CONNECTIONS = 150;

    /** Without the setting in {@link Server} one connection of fourteen stood still for ever. */
    @Test
    void aConnectionGoesOnWhenAnAnswerAtOnceFollowsALateOne(@TempDir Path data) throws Exception {
        try (var server = Servers.start(TestDatabase.freshUrl(), data, new SystemTime())) {
            var address = URI.create("http://127.0.0.1:" + Servers.port(server) + "/api/incidents");
            for (int i = 0; i < CONNECTIONS; i++) {
                try (var client = HttpClient.newHttpClient()) {
                    for (int n = 0; n < 4; n++) {
                        assertThat(status(client, HttpRequest.newBuilder(address)))
                                .isEqualTo(401);
                        assertThat(status(
                                        client,
                                        HttpRequest.newBuilder(address)
                                                .header("Authorization", "Bearer " + Servers.ADMIN)))
                                .isEqualTo(200);
                    }
                }
            }
        }
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws Exception {
        var patient = request.timeout(Duration.ofSeconds(10)).build();
        return client.send(patient, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
