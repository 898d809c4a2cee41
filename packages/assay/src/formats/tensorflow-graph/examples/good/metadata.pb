
“root.layer-0"_tf_keras_layer*r{"class_name":"Lambda","config":{"function":{"class_name":"__tuple__","items":["4wE="]},"function_type":"lambda"}}