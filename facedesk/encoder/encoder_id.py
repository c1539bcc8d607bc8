"""The name of the default encoder, for those who need it before torch has been imported."""

ENCODER_ID = "dlib-resnet29-v2"  # another one whenever templates come to other numbers
