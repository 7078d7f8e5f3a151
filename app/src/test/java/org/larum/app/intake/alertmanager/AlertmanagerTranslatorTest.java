package org.larum.app.intake.alertmanager;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.intake.Golden;

class AlertmanagerTranslatorTest {

    static Stream<String> cases() {
        return Golden.cases("alertmanager");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTranslatedAsWritten(String name) throws IOException {
        Golden.check("alertmanager", name, json -> AlertmanagerTranslator.translate(json, Golden.NOW));
    }
}
