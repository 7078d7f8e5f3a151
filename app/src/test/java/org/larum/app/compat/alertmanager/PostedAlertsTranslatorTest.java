package org.larum.app.compat.alertmanager;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.intake.Golden;

class PostedAlertsTranslatorTest {

    static Stream<String> cases() {
        return Golden.cases("alertmanager-api");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTranslatedAsWritten(String name) throws IOException {
        Golden.check("alertmanager-api", name, json -> PostedAlertsTranslator.translate(json, Golden.NOW));
    }
}
