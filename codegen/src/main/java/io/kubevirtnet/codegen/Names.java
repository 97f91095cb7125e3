package io.kubevirtnet.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/** Classes that the generated code is made of, uses or extends. */
final class Names {
  static final String ROOT = "io.kubevirtnet";
  static final String ENUMS = ROOT + ".enums";
  static final String SPEC = ROOT + ".spec";
  static final String INPUTS = ROOT + ".inputs";
  static final String OUTPUTS = ROOT + ".outputs";

  static final ClassName VALUE = ClassName.get(ROOT + ".value", "Value");
  static final ClassName PROPERTY_PATH = ClassName.get(ROOT + ".value", "PropertyPath");
  static final ClassName TREE = ClassName.get(ROOT + ".value", "Tree");
  static final ClassName TREE_FIELDS = TREE.nestedClass("Fields");
  static final ClassName TREE_SOURCE = ClassName.get(ROOT + ".value", "TreeSource");
  static final ClassName WIRE_ENUM = ClassName.get(ROOT + ".value", "WireEnum");
  static final ClassName REPORT = ClassName.get(ROOT + ".finding", "Report");
  static final ClassName SPEC_READER = ClassName.get(SPEC, "SpecReader");
  static final ClassName ELEMENT = ClassName.get(SPEC, "Element");
  static final ClassName LIFTED = ClassName.get(ROOT + ".sdk", "Lifted");
  static final ClassName INPUT_SOURCE = ClassName.get(ROOT + ".sdk", "InputSource");
  static final ClassName JOINS = ClassName.get(ROOT + ".sdk", "Joins");
  static final ClassName INVOCATION = ClassName.get(ROOT + ".sdk", "Invocation");
  static final ClassName FUNCTIONS = ClassName.get(ROOT, "KubevirtnetFunctions");
  static final ClassName PARTS = ClassName.get(OUTPUTS, "Parts");

  static final ClassName OUTPUT = ClassName.get("com.pulumi.core", "Output");
  static final ClassName IMPORT = ClassName.get("com.pulumi.core.annotations", "Import");
  static final ClassName ENUM_TYPE = ClassName.get("com.pulumi.core.annotations", "EnumType");
  static final ClassName RESOURCE_ARGS = ClassName.get("com.pulumi.resources", "ResourceArgs");
  static final ClassName INVOKE_ARGS = ClassName.get("com.pulumi.resources", "InvokeArgs");
  static final ClassName INVOKE_OPTIONS = ClassName.get("com.pulumi.deployment", "InvokeOptions");
  static final ClassName INVOKE_OUTPUT_OPTIONS =
      ClassName.get("com.pulumi.deployment", "InvokeOutputOptions");
  static final ClassName MISSING =
      ClassName.get("com.pulumi.exceptions", "MissingRequiredPropertyException");

  private static final AnnotationSpec NULLABLE =
      AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable")).build();

  /** Keeps linters away from code that nobody edits. */
  static final AnnotationSpec GENERATED =
      AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
          .addMember("value", "$S", "io.kubevirtnet.codegen")
          .build();

  private Names() {}

  static TypeName nullable(TypeName type) {
    return type.annotated(NULLABLE);
  }

  static TypeName output(TypeName type) {
    return ParameterizedTypeName.get(OUTPUT, type);
  }

  static JavaFile file(ClassName name, TypeSpec type) {
    return JavaFile.builder(name.packageName(), type)
        .indent("  ")
        .skipJavaLangImports(true)
        .build();
  }

  static ClassName choice(EnumType choice) {
    return ClassName.get(ENUMS, choice.name());
  }

  static ClassName spec(String name) {
    return ClassName.get(SPEC, name + "Spec");
  }

  static ClassName join(ObjectType object) {
    return ClassName.get(OUTPUTS, object.name());
  }

  static ClassName input(ObjectType object) {
    return ClassName.get(INPUTS, object.name() + "Args");
  }

  static ClassName args(Resource resource) {
    return ClassName.get(ROOT, resource.name() + "Args");
  }
}
