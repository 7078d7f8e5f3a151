package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyInPathTest {

    private static final String BEFORE = "/alertmanager/";
    private static final String AFTER = "/api/v2/alerts";

    @Test
    void theWordBetweenIsTheKey() {
        assertThat(KeyInPath.between(BEFORE, "/alertmanager/lrm_0-9/api/v2/alerts", AFTER))
                .contains("lrm_0-9");
        assertThat(KeyInPath.between("/hooks/", "/hooks/key", "")).contains("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alertmanager/api/v2/alerts",
                "/alertmanager//api/v2/alerts",
                "/alertmanager/a/b/api/v2/alerts",
                "/alertmanager/a%2Fb/api/v2/alerts",
                "/alertmanager/key;x=1/api/v2/alerts",
                "/alertmanager/../api/v2/alerts",
                "/alertmanager/key/api/v2/alerts/",
                "/alertmanager/",
                "/other/key/api/v2/alerts"
            })
    void anythingElseIsNoKey(String path) {
        assertThat(KeyInPath.between(BEFORE, path, AFTER)).isEmpty();
    }
}
