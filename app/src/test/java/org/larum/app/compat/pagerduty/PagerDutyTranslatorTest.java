package org.larum.app.compat.pagerduty;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.larum.app.intake.Golden;

class PagerDutyTranslatorTest {

    static Stream<String> cases() {
        return Golden.cases("pagerduty");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTranslatedAsWritten(String name) throws IOException {
        Golden.check("pagerduty", name, json -> PagerDutyTranslator.translate(json, "made-here", Golden.NOW));
    }
}
