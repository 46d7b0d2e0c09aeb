package app.latchkey;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(LatchkeyApplication.class);

    @Test
    void everyModuleKeepsToWhatItMayUse() {
        modules.verify();
    }

    @Test
    void drawsThePictureOfTheModules() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
