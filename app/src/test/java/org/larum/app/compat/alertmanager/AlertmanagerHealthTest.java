package org.larum.app.compat.alertmanager;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class AlertmanagerHealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"/-/healthy", "/-/ready/", "/alertmanager/key/-/healthy/", "/alertmanager/key/-/ready"})
    void isUp(String address) {
        var client = WebTestClient.bindToController(new AlertmanagerHealth()).build();
        client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("OK");
        client.head().uri(address).exchange().expectStatus().isOk();
    }
}
