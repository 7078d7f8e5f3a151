package org.larum.app.api.operation;

import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API, as committed; a test keeps it equal to the routes. */
@RestController
class DescriptionController {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Permit(Permission.OPEN)
    Resource description() {
        return new ClassPathResource("openapi.json");
    }
}
